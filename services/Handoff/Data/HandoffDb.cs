using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Schema;

namespace NaraVard.Handoff.Data;

/// <summary>The service's own database. What an ER disclosed is sealed in it.</summary>
internal sealed class HandoffDb(DbContextOptions<HandoffDb> options, NumberVault vault) : DbContext(options)
{
    private IDbContextTransaction? own;

    public DbSet<HandoffCase> Handoffs => Set<HandoffCase>();

    public DbSet<CareEvent> CareEvents => Set<CareEvent>();

    /// <summary>
    /// One handoff, held until <see cref="Commit"/>: whoever comes second decides on what the first has saved. "Not
    /// yours" and "not there" are the same.
    /// </summary>
    public async Task<HandoffCase> Hold(Guid id, Expression<Func<HandoffCase, bool>> isMine, CancellationToken cancel)
    {
        await Begin(cancel);
        // Two statements: what is read in the statement that waits may be from before the wait.
        await Database.ExecuteSqlAsync($"SELECT FROM handoffs WHERE id = {id} FOR UPDATE", cancel);
        return await Handoffs.Where(handoff => handoff.Id == id).SingleOrDefaultAsync(isMine, cancel)
            ?? throw new NotFound("handoff");
    }

    /// <summary>Keeps what the region's systems told; false when they had told it before.</summary>
    public async Task<bool> Note(CareEvent told, CancellationToken cancel)
    {
        if (await CareEvents.FindAsync([told.VisitId, told.Kind], cancel) is not null)
            return false;
        Add(told);
        return true;
    }

    /// <summary>Saves all that was changed and told, and lets go of what is held.</summary>
    public async Task Commit(CancellationToken cancel)
    {
        await SaveChangesAsync(cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
    }

    /// <summary>
    /// Holds an id until <see cref="Commit"/>, so that the same request sent twice at once is taken once. Null when the
    /// id is new.
    /// </summary>
    public async Task<HandoffCase?> HoldNew(Guid id, CancellationToken cancel)
    {
        await Begin(cancel);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", cancel);
        return await Handoffs.SingleOrDefaultAsync(handoff => handoff.Id == id, cancel);
    }

    /// <summary>A transaction of our own, unless the request runs in one already.</summary>
    private async Task Begin(CancellationToken cancel)
    {
        if (Database.CurrentTransaction is null)
            own = await Database.BeginTransactionAsync(cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StorePersonKeys();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new HandoffMap(vault));
        modelBuilder.ApplyConfiguration(new CareEventMap());
        modelBuilder.UseSnakeCase().AddPlatformTables();
    }
}
