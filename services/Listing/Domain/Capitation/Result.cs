using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What a month comes to.</summary>
/// <param name="Lines">What each unit gets from each component, in the order of components and units.</param>
/// <param name="Total">What is paid: the frame, or what the components come to.</param>
internal sealed record Result(IReadOnlyList<Line> Lines, decimal Total)
{
    /// <summary>What rounding leaves; the line <c>avrundning</c>.</summary>
    public decimal Rounding { get; } = Total - Lines.Sum(line => line.Kronor);

    /// <summary>All lines, and last that of the rounding, which is no unit's.</summary>
    public IEnumerable<Line> WithRounding => [.. Lines, new("", PaymentModel.RoundingCode, 0, Rounding)];

    /// <summary>SHA-256 of the lines and the total, in one order.</summary>
    public byte[] Digest()
    {
        var text = new StringBuilder();
        foreach (var line in Lines.OrderBy(line => line.Unit, StringComparer.Ordinal)
            .ThenBy(line => line.Component, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture,
                $"{line.Unit} {line.Component} {line.Quantity:F6} {line.Kronor:F2}\n");
        text.Append(CultureInfo.InvariantCulture, $"{Total:F2}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <summary>What one unit gets from one component.</summary>
/// <param name="Quantity">How many of what is paid for.</param>
/// <param name="Kronor">Whole öre.</param>
internal sealed record Line(string Unit, string Component, decimal Quantity, decimal Kronor)
{
    /// <summary>What the amount is made of.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];
}
