using System.Text.RegularExpressions;
using NaraVard.HouseRules.Tests;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed partial class DecimalTests
{
    [Fact]
    public void Nothing_that_is_paid_is_ever_a_binary_fraction()
    {
        var files = Directory.EnumerateFiles(
                Path.Combine(RepositoryRoot.Path, "services/Listing"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("/Capitation/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => BinaryFraction().IsMatch(File.ReadAllText(file)));
    }

    [GeneratedRegex(@"\b(double|float|Double)\b")]
    private static partial Regex BinaryFraction();
}
