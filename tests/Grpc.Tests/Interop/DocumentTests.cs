using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interop;

/// <summary>What docs/interop.md says is what is run.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task The_table_has_every_case_that_is_run_and_no_other()
    {
        var document = await File.ReadAllLinesAsync(Path.Combine(Tools.Root, "docs", "interop.md"));

        var told = document.Where(CaseTable.IsOurs);

        var run = CaseTable.Lines();
        Assert.True(told.SequenceEqual(run), $"docs/interop.md should hold:\n{string.Join('\n', run)}");
    }

    [Fact]
    public void Every_case_is_run_for_every_pair()
    {
        var rows = OthersCallUsTests.Rows.Concat(WeCallOthersTests.Rows).Select(row => $"{row[0]} {row[1]}").ToList();

        var due = Enum.GetValues<Pair>().SelectMany(pair => AllCases.List.Select(one => $"{pair} {one.Name}"));
        Assert.Equal(due.Order(), rows.Order());
    }
}
