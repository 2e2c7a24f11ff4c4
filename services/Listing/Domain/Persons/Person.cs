using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Places;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>A person of the region's register, who may choose a clinic here.</summary>
internal sealed class Person
{
    public Person(PersonKey key, NumberKind kind, byte[] sealedNumber, string region, RegisterEntry entry)
    {
        (Key, NumberKind, SealedNumber, Region, Version) = (key, kind, sealedNumber, region, 1);
        Take(entry);
    }

    private Person()
    {
    }

    public PersonKey Key { get; private set; }

    public NumberKind NumberKind { get; private set; }

    public byte[] SealedNumber { get; private set; } = [];

    /// <summary>Whose register this is: the region's county code, two digits.</summary>
    public string Region { get; private set; } = "";

    public long Version { get; private set; }

    public DateOnly BirthDate { get; private set; }

    /// <summary>Legal sex; null when neither the number nor the register tells it.</summary>
    public Sex? Sex { get; private set; }

    public Protection Protection { get; private set; }

    /// <summary>Four digits.</summary>
    public string KommunCode { get; private set; } = "";

    /// <summary>Five digits; null when nobody said.</summary>
    public string? PostalCode { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>Which dwelling it is, the same for all who live there; null when nobody said.</summary>
    public Guid? Dwelling { get; private set; }

    /// <summary>The first day in the register of this region.</summary>
    public DateOnly RegisteredFrom { get; private set; }

    /// <summary>The first day on which the person no longer lives in the region.</summary>
    public DateOnly? MovedOut { get; private set; }

    public DateOnly? Deceased { get; private set; }

    public SocialFacts SocialFacts { get; private set; }

    /// <summary>The latest change of address.</summary>
    public DateOnly? MovedOn { get; private set; }

    /// <summary>The day of coming to Sweden.</summary>
    public DateOnly? ImmigratedOn { get; private set; }

    /// <summary>Somebody who does not exist, for tests in production: never paid for, never in figures.</summary>
    public bool IsTest { get; private set; }

    /// <summary>The imports that wrote the row, the first one first: by them the access log is found.</summary>
    public IReadOnlyList<Guid> Imports { get; private set; } = [];

    /// <summary>Never shown by address, never assigned by it, in no area's export (DOMAIN B8.6).</summary>
    public bool IsProtected => Protection != Protection.None;

    /// <summary>
    /// Where the person lives, as far as a clinic may be found or assigned by it, and the person told from others by
    /// it: null for the protected.
    /// </summary>
    public Residence? OpenResidence => IsProtected ? null : Residence;

    private Residence Residence => new(
        Identifiers.Places.KommunCode.Parse(KommunCode),
        PostalCode is null ? null : Identifiers.Places.PostalCode.Parse(PostalCode),
        Latitude is { } latitude && Longitude is { } longitude ? new Position(latitude, longitude) : null,
        Dwelling);

    /// <summary>Alive and registered in the region on the day.</summary>
    public bool IsResidentOn(DateOnly day) =>
        RegisteredFrom <= day && !(MovedOut <= day) && !(Deceased <= day);

    /// <summary>Whole years on a day; a birthday on 29 February is kept on 28 February in other years.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - BirthDate.Year;
        return BirthDate.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>Another home, from a day on; one in another county is a move out of the region.</summary>
    /// <returns>False when it is known already.</returns>
    public bool Move(Residence home, DateOnly day)
    {
        if (MovedOn == day && Residence == home)
            return false;
        if (Deceased <= day)
            throw PersonRefusals.Deceased();
        if (MovedOn > day || RegisteredFrom > day)
            throw PersonRefusals.OlderThanKnown();
        var leaves = home.Kommun.Lan.Code != Region;
        if (MovedOut is not null && !leaves)
            RegisteredFrom = day;
        Take(home);
        (MovedOn, MovedOut) = (day, leaves ? MovedOut ?? day : null);
        Version++;
        return true;
    }

    /// <returns>False when it is known already.</returns>
    public bool Die(DateOnly day)
    {
        if (Deceased == day)
            return false;
        if (Deceased is not null)
            throw PersonRefusals.Deceased();
        if (day < BirthDate)
            throw PersonRefusals.BeforeBirth();
        Deceased = day;
        Version++;
        return true;
    }

    /// <returns>False when it is so already.</returns>
    public bool Protect(Protection protection)
    {
        if (Protection == protection)
            return false;
        Protection = protection;
        Version++;
        return true;
    }

    /// <summary>
    /// The same person under the number that lasts; <paramref name="known"/> is who the register has under it.
    /// </summary>
    public Person MergeInto(PersonKey key, NumberKind kind, byte[] sealedNumber, Person? known)
    {
        if (NumberKind == NumberKind.Personnummer || (kind == NumberKind.Samordningsnummer && NumberKind == kind))
            throw PersonRefusals.NumberNotTemporary();
        if (kind == NumberKind.Reservnummer)
            throw PersonRefusals.NumberNotLasting();
        var merged = known ?? (Person)MemberwiseClone();
        (merged.Key, merged.NumberKind, merged.SealedNumber) = (key, kind, known?.SealedNumber ?? sealedNumber);
        merged.Imports = [.. Imports.Union(merged.Imports)];
        merged.Version++;
        return merged;
    }

    /// <summary>Whether the register says of the person what it says here.</summary>
    public bool Says(RegisterEntry entry) => entry == new RegisterEntry
    {
        BirthDate = BirthDate,
        Sex = Sex,
        Protection = Protection,
        Residence = Residence,
        RegisteredFrom = RegisteredFrom,
        MovedOut = MovedOut,
        Deceased = Deceased,
        SocialFacts = SocialFacts,
        MovedOn = MovedOn,
        ImmigratedOn = ImmigratedOn,
        IsTest = IsTest,
    };

    private void Take(RegisterEntry entry)
    {
        BirthDate = entry.BirthDate;
        Sex = entry.Sex;
        Protection = entry.Protection;
        Take(entry.Residence);
        RegisteredFrom = entry.RegisteredFrom;
        MovedOut = entry.MovedOut;
        Deceased = entry.Deceased;
        SocialFacts = entry.SocialFacts;
        MovedOn = entry.MovedOn;
        ImmigratedOn = entry.ImmigratedOn;
        IsTest = entry.IsTest;
    }

    private void Take(Residence residence)
    {
        KommunCode = residence.Kommun.Code;
        PostalCode = residence.PostalCode?.Code;
        Latitude = residence.Position?.Latitude;
        Longitude = residence.Position?.Longitude;
        Dwelling = residence.Dwelling;
    }
}
