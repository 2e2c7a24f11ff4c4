using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Capitation;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Declarations;
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

    public DbSet<Declaration> Declarations => Set<Declaration>();

    /// <summary>A package of the region; "not yours" and "not there" are the same.</summary>
    public async Task<Package> Package(string region, Guid id, CancellationToken cancel) =>
        await Packages.SingleOrDefaultAsync(package => package.Region == region && package.Id == id, cancel)
        ?? throw new NotFound("package");

    /// <summary>As <see cref="Package"/>, while nobody else publishes one, until <see cref="Commit"/>.</summary>
    public async Task<Package> HoldPackage(string region, Guid id, CancellationToken cancel)
    {
        await Begin(cancel);
        await Lock([$"packages/{region}"], cancel);
        return await Package(region, id, cancel);
    }

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

    /// <summary>As <see cref="Run"/>, while nobody else signs one of the region, until <see cref="Commit"/>.</summary>
    public async Task<CapitationRun> HoldRun(string region, Guid id, CancellationToken cancel)
    {
        await Begin(cancel);
        await Lock([$"sign-off/{region}"], cancel);
        return await Run(region, id, cancel);
    }

    /// <summary>Nobody else declares for the unit, until <see cref="Commit"/>.</summary>
    public async Task HoldDeclarations(Guid package, string unit, CancellationToken cancel)
    {
        await Begin(cancel);
        await Lock([$"declarations/{package}/{unit}"], cancel);
    }

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
        model.ApplyConfiguration(new DeclarationMap());
        var rows = new RunRowMaps();
        model.ApplyConfiguration<CellRow>(rows).ApplyConfiguration<LineRow>(rows).ApplyConfiguration<FigureRow>(rows);
    }
}
