namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>Whom the consent lets the ER tell.</summary>
internal enum ConsentScope
{
    ResponsibleKommun = 1,
    NamedKommun = 2,
}
