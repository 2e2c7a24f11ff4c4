using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>
/// Only published test numbers stand in the repository: anything that looks like a personnummer or samordningsnummer
/// and has the right check digit may belong to somebody.
/// </summary>
internal static partial class RealPersons
{
    private const string Published = "tests/Identifiers.Tests/Data/";

    public static IEnumerable<string> Numbers(Repository tree)
    {
        var published = tree.Files.Where(file => file.Path.StartsWith(Published, StringComparison.Ordinal))
            .SelectMany(file => file.Lines).Where(line => line.Length == 12).ToHashSet();
        var shortened = published.Select(number => number[2..]).ToHashSet();
        return
            from file in tree.Files
            where file.Name is not ("packages.lock.json" or "package-lock.json")
            from line in file.Numbered()
            from Match match in Candidate().Matches(line.Line)
            let digits = match.Groups[1].Value + match.Groups[2].Value
            where LooksReal(digits) && !(digits.Length == 12 ? published : shortened).Contains(digits)
            select $"{file.Path}:{line.Number}: a number at column {match.Index + 1} that is no published test number";
    }

    private static bool LooksReal(string digits)
    {
        if (digits.Length == 12 && digits[..2] is not ("18" or "19" or "20"))
            return false;
        var ten = digits[^10..];
        var (month, day) = (int.Parse(ten[2..4], null), int.Parse(ten[4..6], null));
        var isDate = day is >= 60 and <= 91 ? month <= 12 : month is >= 1 and <= 12 && day is >= 1 and <= 31;
        return isDate && ten[6..9] != "000" && Luhn(ten);
    }

    private static bool Luhn(string digits) =>
        digits.Select((c, i) => (c - '0') * (2 - i % 2)).Sum(term => term / 10 + term % 10) % 10 == 0;

    [GeneratedRegex(@"(?<![0-9A-Za-z.])([0-9]{6}|[0-9]{8})[-+]?([0-9]{4})(?![0-9A-Za-z])")]
    private static partial Regex Candidate();
}
