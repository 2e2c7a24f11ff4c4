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
    /// Where the person lives, as far as a clinic may be found or assigned by it: null for the protected.
    /// </summary>
    public Residence? OpenResidence => IsProtected ? null : new(
        Identifiers.Places.KommunCode.Parse(KommunCode),
        PostalCode is null ? null : Identifiers.Places.PostalCode.Parse(PostalCode),
        Latitude is { } latitude && Longitude is { } longitude ? new Position(latitude, longitude) : null);

    /// <summary>Alive and registered in the region on the day.</summary>
    public bool IsResidentOn(DateOnly day) =>
        RegisteredFrom <= day && !(MovedOut <= day) && !(Deceased <= day);

    /// <summary>Whole years on a day; a birthday on 29 February is kept on 28 February in other years.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - BirthDate.Year;
        return BirthDate.AddYears(years) > day ? years - 1 : years;
    }

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
    }
}
