using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Capitation;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Domain.Capitation.Runs;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<Package> Packages => Set<Package>();

    public DbSet<CapitationRun> CapitationRuns => Set<CapitationRun>();

    public DbSet<CellRow> CapitationCells => Set<CellRow>();

    public DbSet<LineRow> CapitationLines => Set<LineRow>();

    public DbSet<FigureRow> Figures => Set<FigureRow>();

    /// <summary>A package of the region; "not yours" and "not there" are the same.</summary>
    public async Task<Package> Package(string region, Guid id, CancellationToken cancel) =>
        await Packages.SingleOrDefaultAsync(package => package.Region == region && package.Id == id, cancel)
        ?? throw new NotFound("package");

    /// <summary>
    /// The published package in force on a day: the last to begin, until its last day. Null when there is none.
    /// </summary>
    public async Task<Package?> PackageInForce(
        string region, ChoiceSystem system, DateOnly day, CancellationToken cancel)
    {
        var latest = await Packages.Where(package => package.Region == region && package.System == system
                && package.State == PackageState.Published && package.From <= day)
            .OrderByDescending(package => package.From).FirstOrDefaultAsync(cancel);
        return latest?.To < day ? null : latest;
    }

    /// <summary>A run of the region.</summary>
    public async Task<CapitationRun> Run(string region, Guid id, CancellationToken cancel) =>
        await CapitationRuns.SingleOrDefaultAsync(run => run.Region == region && run.Id == id, cancel)
        ?? throw new NotFound("capitation run");

    /// <summary>The run that a month's payment stands on now; null when none is final.</summary>
    public Task<CapitationRun?> FinalRun(
        string region, ChoiceSystem system, DateOnly month, CancellationToken cancel) =>
        CapitationRuns.Where(run => run.Region == region && run.System == system && run.Month == month
                && run.State == RunState.Final)
            .OrderByDescending(run => run.SignedAt).FirstOrDefaultAsync(cancel);

    /// <summary>What a run was computed from.</summary>
    public async Task<Snapshot> SnapshotOf(CapitationRun run, CancellationToken cancel) => run.SnapshotOf(
        (await CapitationCells.Where(row => row.RunId == run.Id).AsNoTracking().ToListAsync(cancel))
            .Select(row => row.Cell));

    /// <summary>What a run came to.</summary>
    public async Task<Result> ResultOf(CapitationRun run, CancellationToken cancel) => new(
        [
            .. (await CapitationLines.Where(row => row.RunId == run.Id && row.Unit != "").AsNoTracking()
                .OrderBy(row => row.Place).ToListAsync(cancel)).Select(row => row.Line),
        ],
        run.Total);

    private static void MapCapitation(ModelBuilder model)
    {
        model.ApplyConfiguration(new PackageMap());
        model.ApplyConfiguration(new RunMap());
        var rows = new RunRowMaps();
        model.ApplyConfiguration<CellRow>(rows).ApplyConfiguration<LineRow>(rows).ApplyConfiguration<FigureRow>(rows);
    }
}
