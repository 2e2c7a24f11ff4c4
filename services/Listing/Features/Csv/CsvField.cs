using System.Collections.Frozen;
using System.Globalization;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Csv;

/// <summary>A column that a file may have, and how its text becomes a part of a row.</summary>
/// <param name="Name">As the heading names it.</param>
/// <param name="TrySet">Sets it; false when the text is none of the codes that the column may have.</param>
internal sealed record CsvField(string Name, Func<Proto.RegisterRow, string, bool> TrySet)
{
    public static readonly Text Unknown = new(
        "Värdet är inget av dem som kolumnen kan ha.", "The value is none that the column may have.");

    private static readonly FrozenDictionary<string, Proto.Sex> Sexes = new Dictionary<string, Proto.Sex>
    {
        ["female"] = Proto.Sex.Female,
        ["male"] = Proto.Sex.Male,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Proto.Protection> Protections =
        new Dictionary<string, Proto.Protection>
        {
            ["none"] = Proto.Protection.None,
            ["secrecy-marking"] = Proto.Protection.SecrecyMarking,
            ["protected-registration"] = Proto.Protection.ProtectedRegistration,
            ["unknown"] = Proto.Protection.Unknown,
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Proto.SocialFact> SocialFacts =
        new Dictionary<string, Proto.SocialFact>
        {
            ["lives-alone"] = Proto.SocialFact.LivesAlone,
            ["born-abroad"] = Proto.SocialFact.BornAbroad,
            ["unemployed"] = Proto.SocialFact.Unemployed,
            ["single-parent"] = Proto.SocialFact.SingleParent,
            ["low-education"] = Proto.SocialFact.LowEducation,
        }.ToFrozenDictionary();

    /// <summary>Every column, by its name.</summary>
    public static FrozenDictionary<string, CsvField> All { get; } = new[]
    {
        Plain("number", (row, text) => row.Number = text),
        Plain("birthDate", (row, text) => row.BirthDate = text),
        Coded("sex", Sexes, (row, sex) => row.Sex = sex),
        Coded("protection", Protections, (row, protection) => row.Protection = protection),
        Plain("kommunCode", (row, text) => row.KommunCode = text),
        Plain("postalCode", (row, text) => row.PostalCode = text),
        Degrees("latitude", (row, degrees) => Place(row).Latitude = degrees),
        Degrees("longitude", (row, degrees) => Place(row).Longitude = degrees),
        Plain("registeredFrom", (row, text) => row.RegisteredFrom = text),
        Plain("movedOut", (row, text) => row.MovedOut = text),
        Plain("deceased", (row, text) => row.Deceased = text),
        Plain("guardians", (row, text) => row.Guardians.AddRange(Words(text))),
        new("socialFacts", (row, text) => Array.TrueForAll(Words(text), word =>
        {
            var isKnown = SocialFacts.TryGetValue(word, out var fact);
            row.SocialFacts.Add(isKnown ? [fact] : []);
            return isKnown;
        })),
        Plain("movedOn", (row, text) => row.MovedOn = text),
        Plain("immigratedOn", (row, text) => row.ImmigratedOn = text),
        new("isTest", (row, text) =>
        {
            row.IsTest = text == "true";
            return text is "true" or "false";
        }),
        Plain("dwellingId", (row, text) => row.DwellingId = text),
    }.ToFrozenDictionary(field => field.Name);

    private static CsvField Plain(string name, Action<Proto.RegisterRow, string> set) => new(name, (row, text) =>
    {
        set(row, text);
        return true;
    });

    private static CsvField Coded<T>(
        string name, FrozenDictionary<string, T> codes, Action<Proto.RegisterRow, T> set) => new(name, (row, text) =>
    {
        var isKnown = codes.TryGetValue(text, out var code);
        if (isKnown)
            set(row, code!);
        return isKnown;
    });

    private static CsvField Degrees(string name, Action<Proto.RegisterRow, double> set) => new(name, (row, text) =>
    {
        var isNumber = double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var degrees);
        if (isNumber)
            set(row, degrees);
        return isNumber;
    });

    // One without the other is no place: the one that is not said stays out of range.
    private static Proto.Position Place(Proto.RegisterRow row) =>
        row.Position ??= new() { Latitude = double.NaN, Longitude = double.NaN };

    private static string[] Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
