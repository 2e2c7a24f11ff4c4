using Google.Protobuf;
using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Importing;

[Collection(OneListing.Name)]
public sealed class GetImportTests(ListingHost host)
{
    [Fact]
    public async Task Tells_how_far_it_has_come_and_its_faults_by_page()
    {
        var added = await host.Imports.AddImportPartAsync(new()
        {
            ImportId = NewId(),
            Content = ByteString.CopyFromUtf8("number;kommunCode\n1;1780\n2;1780\n3;1780\n"),
        });

        var import = await host.Imports.GetImportAsync(new() { ImportId = added.ImportId, Page = 2, Limit = 2 });

        Assert.Equal((3L, 3L, null), (import.RowCount, import.BadCount, import.FinishedAt));
        Assert.Equal(4, Assert.Single(import.Faults).Line);
        Assert.Equal((3, 2), (import.Meta.TotalRecords, import.Meta.TotalPages));
    }

    [Fact]
    public async Task Tells_why_in_English_to_who_asks_for_it()
    {
        var added = await host.Imports.AddImportPartAsync(new()
        {
            ImportId = NewId(),
            Content = ByteString.CopyFromUtf8("number;kommunCode\n1;1780\n"),
        });

        var import = await host.Imports.GetImportAsync(
            new() { ImportId = added.ImportId }, new Metadata { { "accept-language", "en" } });

        Assert.StartsWith(
            "The number has ten or twelve", Assert.Single(import.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_regions_import_answers_as_one_that_is_not_there()
    {
        var added = await host.Imports.AddImportPartAsync(new() { ImportId = NewId() });

        var hidden = await host.Refuses(ListingHost.OtherRegion, Refusal.NotFound,
            (rpc, options) => Call(rpc, new() { ImportId = added.ImportId }, options), isLogged: false);
        var absent = await host.Refuses(ListingHost.OtherRegion, Refusal.NotFound,
            (rpc, options) => Call(rpc, new() { ImportId = NewId() }, options), isLogged: false);

        Assert.Equivalent(absent, hidden, strict: true);
    }

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["importId required", "page out-of-range", "limit out-of-range"],
        (rpc, options) => Call(rpc, new() { Page = -1, Limit = 101 }, options), isLogged: false);

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(["listing-admin"],
        (rpc, options) => Call(rpc, new() { ImportId = NewId() }, options));

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static async Task Call(CallInvoker rpc, Proto.GetImportRequest ask, CallOptions options) =>
        await new Proto.ImportService.ImportServiceClient(rpc).GetImportAsync(ask, options);
}
