using System.Text;
using Google.Protobuf;
using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Importing;

[Collection(OneListing.Name)]
public sealed class AddImportPartTests(ListingHost host)
{
    [Fact]
    public async Task Takes_a_file_with_every_column()
    {
        var (child, mother) = (host.Numbers.Child(), host.Numbers.Adult());
        var dwelling = Guid.CreateVersion7().ToString();
        await host.Registered(mother);

        var import = await Whole($"""
            number;birthDate;sex;protection;kommunCode;postalCode;latitude;longitude;guardians;socialFacts;isTest
            {child};;female;none;1780;652 24;59.3793;13.5036;{mother};lives-alone born-abroad;true
            """);
        await Whole($"""
            number;protection;kommunCode;registeredFrom;movedOn;immigratedOn;movedOut;deceased;dwellingId
            {mother};none;0180;2021-01-01;2021-02-01;2020-12-31;2026-02-01;2026-03-01;{dwelling}
            """);

        Assert.Equal((1L, 0L, Proto.TextEncoding.Utf8), (import.AddedCount, import.BadCount, import.Encoding));
        var person = await host.Persons.LookUpPersonAsync(new() { Number = child });
        Assert.Equal(
            (Proto.Sex.Female, "65224", 59.3793, true),
            (person.Sex, person.PostalCode, person.Position.Latitude, person.IsTest));
        Assert.Equal(mother, Assert.Single(person.Guardians).Number);
        var gone = await host.Persons.LookUpPersonAsync(new() { Number = mother });
        Assert.Equal(("0180", "2021-01-01", "2026-02-01", "2026-03-01", dwelling),
            (gone.KommunCode, gone.RegisteredFrom, gone.MovedOut, gone.Deceased, gone.DwellingId));
        Assert.Equal(3, await host.Database.Ask<int>(
            $"select social_facts from persons where key = '{host.KeyOf(child).Value}'"));
    }

    [Theory]
    [InlineData("utf-8", false, Proto.TextEncoding.Utf8)]
    [InlineData("utf-8", true, Proto.TextEncoding.Utf8Bom)]
    [InlineData("iso-8859-1", false, Proto.TextEncoding.Latin1)]
    public async Task Says_in_which_encoding_it_was_read(string name, bool withMark, Proto.TextEncoding told)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"number;kommunCode;postalCode\n{host.Numbers.Adult()};1780;\n{host.Numbers.Adult()};1780;Å\n";
        byte[] bytes = [.. withMark ? encoding.Preamble : [], .. encoding.GetBytes(text)];

        var import = await Add(NewId(), 0, bytes, isLast: true);

        Assert.Equal((told, 1L, 1L), (import.Encoding, import.AddedCount, import.BadCount));
        Assert.Equal(["3 postalCode postal-code-format"], await Faults(import));
    }

    [Fact]
    public async Task A_row_in_another_encoding_than_the_file_is_a_fault_of_that_row()
    {
        var id = NewId();
        var (first, second) = (host.Numbers.Adult(), host.Numbers.Adult());
        var begun = await Add(id, 0, Encoding.UTF8.GetBytes($"number,kommunCode,postalCode\n{first},1780,\n"));

        var import = await Add(
            id, begun.NextOffset, Encoding.Latin1.GetBytes($"{second},1780,Å\n{second},1780,\n"), isLast: true);

        Assert.Equal((2L, 1L), (import.AddedCount, import.BadCount));
        Assert.Equal(["3  wrong-encoding"], await Faults(import));
    }

    [Fact]
    public async Task Goes_on_where_any_cut_leaves_it_and_takes_what_one_part_would()
    {
        var rows = Enumerable.Range(0, 5).Select(_ => $"{host.Numbers.Adult()};1780").ToList();
        var file = Encoding.UTF8.GetBytes("number;kommunCode\r\n" + string.Join("\r\n", rows) + "\r\n");
        var (id, random, import) = (NewId(), new Random(4711), new Proto.Import());

        while (import.NextOffset < file.Length)
        {
            var length = Math.Min(random.Next(20, 45), file.Length - (int)import.NextOffset);
            import = await Add(id, import.NextOffset, file[(int)import.NextOffset..][..length],
                isLast: import.NextOffset + length == file.Length);
        }

        Assert.Equal((5L, 5L, 0L), (import.RowCount, import.AddedCount, import.BadCount));
        Assert.NotNull(import.FinishedAt);
    }

    [Fact]
    public async Task A_part_that_was_taken_may_be_sent_again()
    {
        var (id, part) = (NewId(), Encoding.UTF8.GetBytes($"number;kommunCode\n{host.Numbers.Adult()};1780\n"));
        var first = await Add(id, 0, part);

        Assert.Equal(first, await Add(id, 0, part));
        var last = await Add(id, first.NextOffset, [], isLast: true);
        Assert.Equal(last, await Add(id, first.NextOffset, [], isLast: true));
    }

    [Fact]
    public async Task Reports_what_is_no_CSV_and_keeps_the_good_rows()
    {
        var import = await Whole($"""
            "number";"kommunCode";"protection"
            "{host.Numbers.Adult()}";"1780";"none"
            "{host.Numbers.Adult()};1780;none
            {host.Numbers.Adult()};1780

            {host.Numbers.Adult()};1780;hemligt
            {host.Numbers.Adult()};"17""80";none
            {new string('9', 20_000)};1780;none
            """);

        Assert.Equal((6L, 1L, 5L), (import.RowCount, import.AddedCount, import.BadCount));
        Assert.Equal(
            ["3  csv-quotes", "4  csv-columns", "6 protection unknown-code", "7 kommunCode kommun-code-unknown",
                "8  row-too-long"],
            await Faults(import));
    }

    [Fact]
    public async Task Refuses_a_file_in_two_bytes_a_letter() => await Refuses(
        "encoding-unknown", Encoding.Unicode.GetBytes("\ufeffnumber;kommunCode\n"));

    [Fact]
    public async Task Refuses_a_heading_that_lacks_a_column_has_an_unknown_one_or_one_twice()
    {
        var refusal = await Refuses("heading-wrong", Encoding.UTF8.GetBytes("number;name;number\n"));

        Assert.Equal(("kommunCode", "2 3"), (refusal.Facts["missing"], refusal.Facts["unknownColumns"]));
    }

    [Fact]
    public async Task Refuses_a_part_without_any_line_break() =>
        await Refuses("row-too-long", Encoding.UTF8.GetBytes(new string('9', 100_000)));

    [Fact]
    public async Task Refuses_a_part_after_a_gap()
    {
        var refusal = await Refuses("import-gap", "number;kommunCode\n"u8.ToArray(), offset: 10);

        Assert.Equal("0", refusal.Facts["next"]);
    }

    [Fact]
    public async Task Refuses_more_when_it_is_finished()
    {
        var import = await Whole("number;kommunCode");

        await host.Refuses(ListingHost.Admin, "import-finished", (rpc, options) => Call(rpc, new()
        {
            ImportId = import.ImportId,
            Offset = import.NextOffset,
            Content = ByteString.CopyFromUtf8("198202029289;1780\n"),
        }, options));
    }

    [Fact]
    public async Task Refuses_to_go_on_with_a_stream()
    {
        var id = NewId();
        using (var call = host.Imports.ImportPersons())
        {
            await call.RequestStream.WriteAsync(new()
            {
                ImportId = id,
                FirstRow = 1,
                Rows = { ListingHost.Row(host.Numbers.Adult()) },
            });
            await call.RequestStream.CompleteAsync();
            await call.ResponseAsync;
        }

        await host.Refuses(ListingHost.Admin, "import-of-another-kind",
            (rpc, options) => Call(rpc, new() { ImportId = id }, options));
    }

    [Fact]
    public async Task Refuses_who_has_seen_another_version()
    {
        var import = await Whole("number;kommunCode");

        await host.Refuses(ListingHost.Admin, "version-mismatch", (rpc, options) =>
        {
            options.Headers!.Add("if-match", "\"7\"");
            return Call(rpc, new() { ImportId = import.ImportId }, options);
        });
    }

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["importId required", "offset out-of-range", "content too-long"],
        (rpc, options) => Call(
            rpc, new() { Offset = -1, Content = ByteString.CopyFrom(new byte[3_000_001]) }, options));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(["listing-admin"],
        (rpc, options) => Call(rpc, new() { ImportId = NewId() }, options));

    private static string NewId() => Guid.CreateVersion7().ToString();

    private Task<Proto.Import> Whole(string file) => Add(NewId(), 0, Encoding.UTF8.GetBytes(file), isLast: true);

    private async Task<Proto.Import> Add(string id, long offset, byte[] content, bool isLast = false) =>
        await host.Imports.AddImportPartAsync(new()
        {
            ImportId = id,
            Offset = offset,
            Content = ByteString.CopyFrom(content),
            IsLast = isLast,
        });

    private async Task<IEnumerable<string>> Faults(Proto.Import import) =>
        (await host.Imports.GetImportAsync(new() { ImportId = import.ImportId })).Faults
            .Select(fault => $"{fault.Line} {fault.Field} {fault.Code}");

    private Task<Refusal> Refuses(string code, byte[] content, long offset = 0) => host.Refuses(
        ListingHost.Admin, code, (rpc, options) => Call(
            rpc, new() { ImportId = NewId(), Offset = offset, Content = ByteString.CopyFrom(content) }, options));

    private static async Task Call(CallInvoker rpc, Proto.AddImportPartRequest part, CallOptions options) =>
        await new Proto.ImportService.ImportServiceClient(rpc).AddImportPartAsync(part, options);
}
