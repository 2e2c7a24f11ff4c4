using System.Globalization;
using System.Text;

namespace NaraVard.Listing.Domain.Capitation.Runs;

/// <summary>A comparison for a spreadsheet in Sweden: semicolons, decimal commas, a header.</summary>
internal static class ComparisonCsv
{
    private static readonly NumberFormatInfo Swedish = new() { NumberDecimalSeparator = ",", NegativeSign = "-" };

    public static string Of(Comparison comparison)
    {
        var text = new StringBuilder("enhet;före;efter;skillnad\r\n");
        foreach (var unit in comparison.Units)
            text.Append(Swedish, $"{Name(unit.Unit)};{unit.Before:F2};{unit.After:F2};{unit.Difference:F2}\r\n");
        text.Append(Swedish, $"summa;{comparison.Before:F2};{comparison.After:F2};{comparison.Difference:F2}\r\n");
        return text.ToString();
    }

    /// <summary>The line of the rounding has no unit.</summary>
    private static string Name(string unit) => unit.Length == 0 ? PaymentModel.RoundingCode : unit;
}
