using System.Globalization;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Imports;

/// <summary>Every rule of imports that can say no. The README lists the codes.</summary>
internal static class ImportRefusals
{
    /// <summary>The number was replaced: a row under it would make a second person of one.</summary>
    public static readonly Violation NumberReplaced = new("number", "number-replaced", new(
        "Numret har ersatts av ett annat. Skicka raden med numret som gäller.",
        "The number has been replaced. Send the row with the number that applies."));

    public static RuleViolation Gap(long next) => new("import-gap", new(
        "Något saknas före den här delen. Fortsätt från där importen är.",
        "Something is missing before this part. Go on from where the import is."),
        new Dictionary<string, string> { ["next"] = next.ToString(CultureInfo.InvariantCulture) });

    public static RuleViolation Finished() => No(
        "import-finished", "Importen är avslutad.", "The import is finished.");

    public static RuleViolation OfAnotherKind() => No(
        "import-of-another-kind",
        "Importen har börjat på annat sätt: en fil är ingen ström.",
        "The import began in another way: a file is no stream.");

    public static RuleViolation EncodingUnknown() => No(
        "encoding-unknown",
        "Filens text går inte att läsa. Spara den som UTF-8 eller Latin-1.",
        "The text of the file cannot be read. Save it as UTF-8 or Latin-1.");

    public static RuleViolation RowTooLong() => No(
        "row-too-long",
        "En rad är längre än vad en del rymmer. Är det rätt fil?",
        "A row is longer than a part can hold. Is it the right file?");

    public static RuleViolation HeadingWrong(IEnumerable<string> missing, IEnumerable<int> unknown) => new(
        "heading-wrong",
        new(
            "Rubrikraden saknar kolumner som behövs, eller har kolumner som inte finns.",
            "The heading lacks columns that are needed, or has columns that do not exist."),
        new Dictionary<string, string>
        {
            ["missing"] = string.Join(' ', missing),
            ["unknownColumns"] = string.Join(' ', unknown),
        });

    private static RuleViolation No(string code, string sv, string en) => new(code, new Text(sv, en));
}
