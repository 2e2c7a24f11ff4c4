using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>A number that a person had before: whoever asks by it is answered about the person (DOMAIN B14).</summary>
internal sealed class PersonAlias(PersonKey oldKey, PersonKey person, byte[] sealedNumber, DateTimeOffset mergedAt)
{
    /// <summary>The key of the number that is no longer used.</summary>
    public PersonKey OldKey { get; private set; } = oldKey;

    public PersonKey Person { get; private set; } = person;

    public byte[] SealedNumber { get; private set; } = sealedNumber;

    public DateTimeOffset MergedAt { get; private set; } = mergedAt;
}
