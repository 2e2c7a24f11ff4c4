using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: a person. Of the protected no place is told.</summary>
internal static class WirePerson
{
    public static Proto.Person Of(Person person, NumberVault vault)
    {
        var home = person.OpenResidence;
        return new()
        {
            Number = Number(person.SealedNumber, vault),
            Version = person.Version,
            BirthDate = Days.Text(person.BirthDate),
            Sex = (Proto.Sex)(person.Sex ?? 0),
            Protection = (Proto.Protection)person.Protection,
            KommunCode = home?.Kommun.Code ?? "",
            PostalCode = home?.PostalCode?.Code ?? "",
            Position = Places.Wire(home?.Position),
            RegisteredFrom = Days.Text(person.RegisteredFrom),
            MovedOut = Days.Text(person.MovedOut),
            Deceased = Days.Text(person.Deceased),
            IsTest = person.IsTest,
            DwellingId = home?.Dwelling?.ToString() ?? "",
        };
    }

    /// <summary>The number as people know it.</summary>
    public static string Number(byte[] sealedNumber, NumberVault vault) =>
        NationalNumber.Restore(vault.Open(sealedNumber)).Reveal();
}
