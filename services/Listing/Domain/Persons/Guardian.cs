using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>
/// Who decides for a child (vårdnadshavare), from a day and until a last one, absent when none is set.
/// </summary>
internal sealed class Guardian(PersonKey child, PersonKey key, DateOnly from, DateOnly? to = null)
{
    public PersonKey Child { get; private set; } = child;

    /// <summary>The guardian.</summary>
    public PersonKey Key { get; private set; } = key;

    public DateOnly From { get; private set; } = from;

    public DateOnly? To { get; private set; } = to;

    public bool DecidesOn(DateOnly day) => From <= day && (To is null || day <= To);
}
