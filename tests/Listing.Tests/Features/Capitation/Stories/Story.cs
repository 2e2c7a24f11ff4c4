using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.CapitationService.CapitationServiceClient;

namespace NaraVard.Listing.Tests.Features.Capitation;

/// <summary>A region's administrators, who put packages and compute months.</summary>
internal sealed class Story(CapitationHost host)
{
    public const string Month = "2026-03";
    private int persons;

    public TestUser Anna { get; } = People.In(Roles.ListingAdmin);

    public TestUser Bo { get; } = People.In(Roles.ListingAdmin) with
    {
        Subject = "u-bo",
        HsaId = "SE9900000176-102",
        Name = "Bo Ek",
    };

    /// <summary>Somebody who leads or works at a unit.</summary>
    public Client ByStaffOf(string unit, string role = Roles.UnitManager) =>
        host.As(People.In(role) with { Unit = unit, Organization = Anna.Organization });

    /// <summary>Who computes.</summary>
    public Client ByAnna => host.As(Anna);

    /// <summary>Who signs off.</summary>
    public Client ByBo => host.As(Bo);

    /// <summary>Somebody in a region where nothing ever happens.</summary>
    public Client ByStranger => host.As(Anna with { Organization = "region:00" });

    /// <summary>So many of the same listed at a unit since long.</summary>
    /// <param name="person">What else the register says of them, as SQL.</param>
    public async Task Listed(
        string unit, int count, string born = "1980-06-01", int type = 1, string from = "2020-01-01",
        string until = "null", string person = "version = 1")
    {
        var keys = $"(select md5(n::text)::uuid from generate_series({persons + 1}, {persons + count}) n)";
        persons += count;
        await host.Database.Execute(
            $"""
            insert into persons (key, number_kind, sealed_number, region, version, birth_date, sex, protection,
                kommun_code, postal_code, registered_from, social_facts, is_test, imports)
            select key, 1, '', '17', 1, '{born}', 1, 1, '1780', '65224', '2000-01-01', 0, false, array[]::uuid[]
            from {keys} new (key);
            update persons set {person} where key in {keys};
            insert into listings (id, version, person, type, clinic, region, kind, reason, requested_on, requested_at,
                is_counted_change, is_exempt, from_day, until_day, digest)
            select gen_random_uuid(), 1, key, {type}, '{unit}', '17', 1, 1, '{from}', '{from}', false, false,
                '{from}', {until}, '' from {keys} new (key);
            """);
    }

    public async Task Delivered(params (string Unit, string Measure, string Value)[] figures)
    {
        var request = new DeliverFiguresRequest();
        request.Figures.AddRange(figures.Select(figure => new UnitFigure
        {
            Unit = figure.Unit,
            Month = Month,
            Measure = figure.Measure,
            Value = figure.Value,
        }));
        var answer = await ByAnna.DeliverFiguresAsync(request);
        Assert.All(answer.Rows, row => Assert.NotEqual(RowOutcome.Refused, row.Outcome));
    }

    public async Task<Package> Published(CreatePackageRequest draft)
    {
        await ByAnna.CreatePackageAsync(draft);
        return await ByAnna.PublishPackageAsync(new() { PackageId = draft.PackageId });
    }

    /// <summary>Computes a month.</summary>
    public async Task<CapitationRun> Run(string corrects = "", string month = Month) =>
        await ByAnna.StartCapitationRunAsync(Order(corrects, month));

    public static StartCapitationRunRequest Order(string corrects = "", string month = Month) => new()
    {
        RunId = Guid.CreateVersion7().ToString(),
        ChoiceSystem = ChoiceSystem.PrimaryCare,
        Month = month,
        CorrectsRunId = corrects,
    };

    public async Task<CapitationRun> Signed(CapitationRun run) =>
        await ByBo.SignCapitationRunAsync(new() { RunId = run.RunId });

    public async Task<IReadOnlyList<CapitationLine>> Lines(CapitationRun run) =>
        (await ByAnna.ListCapitationLinesAsync(new() { RunId = run.RunId, Limit = 100 })).Lines;
}
