using System.Text;
using Google.Protobuf;

namespace NaraVard.Listing.Tests.Features.Importing;

/// <summary>Alone in the process, since what others hold would be counted too.</summary>
[Collection(Alone.Name)]
public sealed class MemoryTests(ListingHost host) : IClassFixture<ListingHost>
{
    [Fact]
    public async Task Any_amount_goes_through_in_bounded_memory()
    {
        const int Parts = 60;
        var (id, row) = (Guid.CreateVersion7().ToString(), $"{host.Numbers.Adult()};1780".PadRight(9_999) + "\n");
        var part = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(row, 300)));
        var import = await Add(id, 0, "number;kommunCode\n"u8.ToArray());
        import = await Add(id, import.NextOffset, part);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < Parts; i++)
            import = await Add(id, import.NextOffset, part);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal((300L * (Parts + 1), 1L), (import.RowCount, import.AddedCount));
        // Buffers that grew and are kept for the next part, and no more than half of what went in.
        Assert.True(grown < 90_000_000, $"{Parts * part.Length:N0} bytes went in and {grown:N0} are held");
    }

    private async Task<Proto.Import> Add(string id, long offset, byte[] content) =>
        await host.Imports.AddImportPartAsync(new()
        {
            ImportId = id,
            Offset = offset,
            Content = ByteString.CopyFrom(content),
        });
}

/// <summary>What runs when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
