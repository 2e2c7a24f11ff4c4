namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>
/// The person as the desk must know them. The only place in this service that holds the national number.
/// </summary>
internal sealed record PersonDetails(
    string Number, string Name, string Phone, Protection Protection, string InterpreterLanguage)
{
    /// <summary>Whether the number is kept from view until it is asked for with a reason.</summary>
    public bool IsProtected => Protection != Protection.None;

    /// <summary>Never the number: a log line or an exception may not carry it.</summary>
    public override string ToString() => nameof(PersonDetails);
}
