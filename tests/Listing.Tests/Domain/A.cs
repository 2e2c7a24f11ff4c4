using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Places;
using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Tests.Domain;

/// <summary>What most tests need, sound unless said otherwise.</summary>
internal static class A
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly Position Karlstad = new(59.38, 13.50);
    public const string Here = "SE2321000016-1A01";
    public const string There = "SE2321000016-1A02";

    public static PersonKey Key(int number) => new(new Guid(number, 1, 1, new byte[8]));

    public static PersonFacts Adult(int number = 1) => new()
    {
        Key = Key(number),
        Birth = new(1980, 5, 17),
        KommunCode = "1780",
        Position = Karlstad,
    };

    public static PersonFacts Child(DateOnly birth, params int[] guardians) =>
        Adult() with { Birth = birth, Guardians = [.. guardians.Select(Key)] };

    public static ClinicFacts Clinic(string id = Here, string kommun = "1780", Position? at = null) =>
        new(id, IsClosed: false, HasAgreement: true, HadAgreement: true, kommun, at ?? Karlstad);

    public static ChoiceRequest Choice(string clinic = Here, PersonKey? person = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Person = person ?? Key(1),
        Type = ListingType.PrimaryCare,
        Clinic = clinic,
    };

    public static ChoiceFacts Facts(ListingPolicy policy, params PersonListing[] listings) =>
        new(Adult(), Clinic(), new(listings), [], policy, Today);

    public static ListingEntry Entry(
        string clinic, ListingKind kind = ListingKind.Active, PersonKey? person = null, DateOnly? requestedOn = null,
        bool isCounted = false, bool isExempt = false) => new()
        {
            Id = Guid.CreateVersion7(),
            Person = person ?? Key(1),
            Type = ListingType.PrimaryCare,
            Clinic = clinic,
            Region = "17",
            Kind = kind,
            RequestedOn = requestedOn ?? Today,
            RequestedAt = DateTimeOffset.UnixEpoch,
            IsCountedChange = isCounted,
            IsExempt = isExempt,
        };

    public static PersonListing Listing(
        string clinic, DateOnly from, ListingKind kind = ListingKind.Active, DateOnly? changedOn = null) =>
        new(Entry(clinic, kind, requestedOn: changedOn, isCounted: changedOn is not null), from);
}
