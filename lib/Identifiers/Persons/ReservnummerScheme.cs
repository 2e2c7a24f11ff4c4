using System.Text.RegularExpressions;

namespace NaraVard.Identifiers.Persons;

/// <summary>
/// How one issuer forms its reserve numbers. The rules are rows of <c>Data/reservnummer.csv</c>, whose README tells the
/// columns, the sources and what is uncertain.
/// </summary>
public sealed class ReservnummerScheme
{
    private readonly Regex pattern;
    private readonly Place birth;
    private readonly Place female;
    private readonly Place male;
    private readonly bool hasDate;
    private readonly int checkFrom;
    private readonly string letterValues;

    internal ReservnummerScheme(string[] row)
    {
        Oid = row[0];
        Name = row[1];
        IsDefault = row[2] == "yes";
        pattern = new Regex($"^(?:{row[3]})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        hasDate = row[4] == "yes";
        birth = Place.Parse(row[5]);
        checkFrom = row[6].Length == 0 ? 0 : int.Parse(row[6].Split('-')[0], null);
        letterValues = row[7];
        female = Place.Parse(row[8]);
        male = Place.Parse(row[9]);
        System = NumberSystem.Reserve(Oid, this);
    }

    /// <summary>The issuer's object identifier: a reserve number means something only together with it.</summary>
    public string Oid { get; }

    /// <summary>The issuer, for people.</summary>
    public string Name { get; }

    internal bool IsDefault { get; }

    internal NumberSystem System { get; }

    internal bool HasForm(ReadOnlySpan<char> text) => pattern.IsMatch(text);

    /// <summary>Checks a text that has the form: the date, then the check digit.</summary>
    internal IdentifierError? Check(ReadOnlySpan<char> text)
    {
        if (hasDate && Date(text) is null)
            return IdentifierError.NumberDate;
        return checkFrom == 0 || LuhnHolds(text) ? null : IdentifierError.NumberCheckDigit;
    }

    internal DateOnly? BirthDate(ReadOnlySpan<char> text) => birth.Holds(text) ? Date(text) : null;

    internal Sex? SexOf(ReadOnlySpan<char> text) =>
        female.Holds(text) ? Sex.Female : male.Holds(text) ? Sex.Male : null;

    private static DateOnly? Date(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text[..8], "yyyyMMdd", out var date) ? date : null;

    private bool LuhnHolds(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = checkFrom - 1; i < text.Length; i++)
            sum += Luhn.Term(ValueOf(text[i]), text.Length - 1 - i);
        return sum % 10 == 0;
    }

    private int ValueOf(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : letterValues[letterValues.IndexOf(c, StringComparison.Ordinal) + 1] - '0';

    /// <summary>
    /// A position and the characters that say something there; everything for "yes", nothing for "no".
    /// </summary>
    private readonly record struct Place(int Index, string Characters, bool Always)
    {
        public static Place Parse(string text) => text switch
        {
            "yes" => new Place(0, "", true),
            "" or "no" => new Place(0, "", false),
            _ => new Place(int.Parse(text.Split(':')[0], null) - 1, text.Split(':')[1], false),
        };

        public bool Holds(ReadOnlySpan<char> text) =>
            Always || Characters.Contains(text[Index], StringComparison.Ordinal);
    }
}
