using System.Globalization;
using System.Text;

namespace NaraVard.Listing.Domain.Capitation.Runs;

/// <summary>A comparison for a spreadsheet in Sweden: semicolons, decimal commas, a header.</summary>
internal static class ComparisonCsv
{
    private static readonly NumberFormatInfo Swedish = new() { NumberDecimalSeparator = ",", NegativeSign = "-" };

    /// <param name="names">What people call each unit, by HSA-id.</param>
    public static string Of(Comparison comparison, IReadOnlyDictionary<string, string> names)
    {
        var text = new StringBuilder("enhet;namn;före;efter;skillnad\r\n");
        foreach (var unit in comparison.Units)
            text.Append(Swedish, $"{Id(unit.Unit)};{Quoted(names.GetValueOrDefault(unit.Unit, ""))};")
                .Append(Swedish, $"{unit.Before:F2};{unit.After:F2};{unit.Difference:F2}\r\n");
        text.Append(Swedish, $"summa;;{comparison.Before:F2};{comparison.After:F2};{comparison.Difference:F2}\r\n");
        return text.ToString();
    }

    /// <summary>The line of the rounding has no unit.</summary>
    private static string Id(string unit) => unit.Length == 0 ? PaymentModel.RoundingCode : unit;

    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(";\"\r\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
