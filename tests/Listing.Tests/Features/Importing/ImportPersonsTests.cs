using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Importing;

[Collection(OneListing.Name)]
public sealed class ImportPersonsTests(ListingHost host)
{
    [Fact]
    public async Task Takes_what_is_new_and_what_has_changed_and_leaves_the_rest_alone()
    {
        Proto.RegisterRow[] rows = [Row(), Row(), Row()];

        var first = await Import(NewId(), rows);
        var same = await Import(NewId(), rows);
        (rows[0].KommunCode, rows[1].DwellingId) = ("1761", Guid.CreateVersion7().ToString());
        var changed = await Import(NewId(), rows);

        Assert.Equal((3L, 3L, 0L, 0L), Counts(first));
        Assert.Equal((3L, 0L, 0L, 3L), Counts(same));
        Assert.Equal((3L, 0L, 2L, 1L), Counts(changed));
        var person = await host.Persons.LookUpPersonAsync(new() { Number = rows[0].Number });
        Assert.Equal(("1761", 2L), (person.KommunCode, person.Version));
        Assert.NotNull(changed.FinishedAt);
    }

    [Fact]
    public async Task The_same_rows_again_change_nothing_at_all()
    {
        Proto.RegisterRow[] rows = [Row(), Row(host.Numbers.Child(), row => row.Guardians.Add(host.Numbers.Adult()))];
        await Import(NewId(), rows);
        const string All = """
            select string_agg(t::text, ';' order by t::text) from (
                select p::text from persons p union all select g::text from guardians g) t
            """;
        var before = await host.Database.Ask<string>(All);

        await Import(NewId(), rows);

        Assert.Equal(before, await host.Database.Ask<string>(All));
    }

    [Fact]
    public async Task Reports_every_bad_row_and_keeps_the_good_ones()
    {
        var good = Row();

        var import = await Import(NewId(), Row("198202029280"), good, Row(change: row =>
        {
            row.KommunCode = "9999";
            row.Deceased = "i går";
            row.DwellingId = "Frödingshöjd 1, lgh 1101";
        }));

        Assert.Equal((3L, 1L, 2L), (import.RowCount, import.AddedCount, import.BadCount));
        var told = await host.Imports.GetImportAsync(new() { ImportId = import.ImportId });
        Assert.Equal(
            [
                "1 number national-number-check-digit", "3 kommunCode kommun-code-unknown", "3 dwellingId malformed",
                "3 deceased malformed",
            ],
            told.Faults.Select(fault => $"{fault.Line} {fault.Field} {fault.Code}"));
        Assert.Equal("Kontrollsiffran stämmer inte. Kontrollera numret.", told.Faults[0].Reason);
        await host.Persons.LookUpPersonAsync(new() { Number = good.Number });
    }

    [Fact]
    public async Task Goes_on_after_a_stream_that_broke_and_takes_no_row_twice()
    {
        var (id, rows) = (NewId(), Enumerable.Range(0, 6).Select(_ => Row()).ToArray());
        using (var broken = host.Imports.ImportPersons())
        {
            await Send(broken, id, 1, rows[..3]);
            await Testing.Soon.Holds("the first rows are taken", async () => await RowCount(id) == 3);
        }

        using var again = host.Imports.ImportPersons();
        await Send(again, id, 3, rows[2..]);
        await again.RequestStream.CompleteAsync();
        var import = await again.ResponseAsync;

        Assert.Equal((6L, 6L, 0L, 0L), Counts(import));
    }

    [Fact]
    public async Task Keeps_the_guardians_of_children_with_their_days()
    {
        var (child, mother, father) = (host.Numbers.Child(), host.Numbers.Adult(), host.Numbers.Adult());
        await Import(NewId(), Row(mother), Row(father), Row(child, row => row.Guardians.Add(mother)));

        await Import(NewId(), Row(child, row => row.Guardians.Add(father)));

        var person = await host.Persons.LookUpPersonAsync(new() { Number = child });
        Assert.Equal(
            [(mother, person.BirthDate, "2026-11-19"), (father, "2026-11-20", "")],
            person.Guardians.Select(guardian => (guardian.Number, guardian.From, guardian.To)));
    }

    [Fact]
    public async Task A_number_that_was_replaced_makes_no_second_person()
    {
        var old = (await host.Registered(host.Numbers.Reserve())).Number;
        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = host.Numbers.Adult() });

        var import = await Import(NewId(), Row(old));

        Assert.Equal((0L, 1L), (import.AddedCount, import.BadCount));
        var told = await host.Imports.GetImportAsync(new() { ImportId = import.ImportId });
        Assert.Equal("number-replaced", Assert.Single(told.Faults).Code);
    }

    [Fact]
    public async Task A_person_who_comes_twice_is_taken_once_and_the_last_row_holds()
    {
        var row = Row();
        var last = row.Clone();
        last.KommunCode = "1761";

        var import = await Import(NewId(), row, last);

        Assert.Equal((2L, 1L), (import.RowCount, import.AddedCount));
        Assert.Equal("1761", (await host.Persons.LookUpPersonAsync(new() { Number = row.Number })).KommunCode);
    }

    [Fact]
    public async Task Leaves_one_row_in_the_access_log_for_all_before_they_are_changed()
    {
        var (id, request) = (NewId(), host.NewRequestId());
        using var call = host.Imports.ImportPersons(new Metadata { { "x-request-id", request } });
        await Send(call, id, 1, [Row(), Row(), Row()]);
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;

        var rows = await host.Database.AskAll<string>(
            $"select resource_type || ' ' || resource_id from platform.access_log where request_id = '{request}'");

        Assert.Equal([$"import {id}/1-3"], rows);
    }

    [Fact]
    public async Task A_persons_extract_has_the_import_and_what_was_done_under_former_numbers()
    {
        var (old, number) = (host.Numbers.Reserve(), host.Numbers.Adult());
        var import = await Import(NewId(), Row(old));
        await Import(NewId(), Row());
        await host.Persons.LookUpPersonAsync(new() { Number = old });
        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });
        var auditor = new NaraVard.Contracts.Audit.V1.AuditService.AuditServiceClient(
            host.As(Testing.People.In("log-auditor")));

        var extract = await auditor.ExtractAccessLogAsync(
            new() { Service = "listing", PersonNumber = number, Limit = 100 });

        var resources = extract.Entries.Select(entry => entry.ResourceId).ToList();
        Assert.Single(resources, $"{import.ImportId}/1-1");
        Assert.Contains(host.KeyOf(old).ToString(), resources);
        Assert.DoesNotContain(resources, id => id.EndsWith("/1-1", StringComparison.Ordinal)
            && !id.StartsWith(import.ImportId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_rows_after_a_gap()
    {
        var refusal = await host.Refuses(ListingHost.Admin, "import-gap",
            (rpc, options) => Call(rpc, options, new() { ImportId = NewId(), FirstRow = 2, Rows = { Row() } }));

        Assert.Equal("0", refusal.Facts["next"]);
    }

    [Fact]
    public async Task Refuses_more_rows_when_it_is_finished()
    {
        var id = NewId();
        await Import(id, Row());

        await host.Refuses(ListingHost.Admin, "import-finished",
            (rpc, options) => Call(rpc, options, new() { ImportId = id, FirstRow = 2, Rows = { Row() } }));
    }

    [Fact]
    public async Task Refuses_to_go_on_with_a_file()
    {
        var id = NewId();
        await host.Imports.AddImportPartAsync(new() { ImportId = id, Content = Csv("number;kommunCode\n") });

        await host.Refuses(ListingHost.Admin, "import-of-another-kind",
            (rpc, options) => Call(rpc, options, new() { ImportId = id, FirstRow = 1, Rows = { Row() } }));
    }

    [Fact]
    public async Task Another_regions_import_is_not_there()
    {
        var id = NewId();
        await Import(id, Row());

        await host.Refuses(ListingHost.OtherRegion, Refusal.NotFound,
            (rpc, options) => Call(rpc, options, new() { ImportId = id, FirstRow = 1 }));
    }

    [Fact]
    public Task Tells_all_that_is_wrong_with_a_message_at_once() => host.RefusesInput(
        ["importId malformed", "firstRow out-of-range"],
        (rpc, options) => Call(rpc, options, new() { ImportId = "4711" }));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(["listing-admin"],
        (rpc, options) => Call(rpc, options, new() { ImportId = NewId(), FirstRow = 1 }));

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static Google.Protobuf.ByteString Csv(string text) => Google.Protobuf.ByteString.CopyFromUtf8(text);

    private Proto.RegisterRow Row(string? number = null, Action<Proto.RegisterRow>? change = null) =>
        ListingHost.Row(number ?? host.Numbers.Adult(), change);

    private async Task<long> RowCount(string id)
    {
        try
        {
            return (await host.Imports.GetImportAsync(new() { ImportId = id })).RowCount;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            return 0;
        }
    }

    private async Task<Proto.Import> Import(string id, params Proto.RegisterRow[] rows)
    {
        using var call = host.Imports.ImportPersons();
        await Send(call, id, 1, rows);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    private static Task Send(
        AsyncClientStreamingCall<Proto.ImportPersonsRequest, Proto.Import> call, string id, long first,
        Proto.RegisterRow[] rows) =>
        call.RequestStream.WriteAsync(new() { ImportId = id, FirstRow = first, Rows = { rows } });

    private static (long Rows, long Added, long Changed, long Unchanged) Counts(Proto.Import import) =>
        (import.RowCount, import.AddedCount, import.ChangedCount, import.UnchangedCount);

    private static async Task Call(CallInvoker rpc, CallOptions options, Proto.ImportPersonsRequest message)
    {
        using var call = new Proto.ImportService.ImportServiceClient(rpc).ImportPersons(options);
        try
        {
            await call.RequestStream.WriteAsync(message);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception refused) when (refused is RpcException or InvalidOperationException)
        {
            // Refused before all was sent: the answer says why.
        }

        await call.ResponseAsync;
    }
}
