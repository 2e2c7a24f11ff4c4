using System.Globalization;
using System.Xml.Linq;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>What several operations say in the same words.</summary>
internal static class Words
{
    // The contract leaves the codes to each region, as long as all operations use the same; these are its examples.
    private static readonly Dictionary<Proto.ListingType, string> Types = new()
    {
        [Proto.ListingType.PrimaryCare] = "HLM",
        [Proto.ListingType.ChildHealth] = "BVC",
        [Proto.ListingType.Dental] = "FTV",
    };

    public static IReadOnlyList<Proto.ListingType> AllTypes => [.. Types.Keys];

    public static string Code(Proto.ListingType type) => Types[type];

    /// <summary>Unspecified for a code that is none: the RPC refuses it by name.</summary>
    public static Proto.ListingType Type(string? code) =>
        Types.FirstOrDefault(type => type.Value.Equals(code, StringComparison.OrdinalIgnoreCase)).Key;

    /// <summary>A clinic, in the order of the contract's schema.</summary>
    public static IEnumerable<XElement> Facility(
        string id, string name, bool? hasQueue = null, params IEnumerable<Proto.ListingType> types) =>
    [
        new(CareListing.Shared + "facilityId", id),
        .. hasQueue is { } queue ? [new XElement(CareListing.Shared + "hasQueue", queue)] : Array.Empty<XElement>(),
        .. types.Select(type => new XElement(CareListing.Shared + "supportedListingTypes", Code(type))),
        new(CareListing.Shared + "facilityName", name),
    ];

    /// <summary>The beginning of a day in Sweden.</summary>
    public static string Start(string day) =>
        StockholmTime.StartOf(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture))
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
