using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NaraVard.Handoff.Data;
using NaraVard.Listing.Data;
using NaraVard.Platform.Persons;

// "dotnet ef" builds this program and asks for a factory; there is nothing to run.
return;

/// <summary>A context of the handoff service, for the migration tool only: it never connects.</summary>
internal sealed class HandoffFactory : IDesignTimeDbContextFactory<HandoffDb>
{
    /// <inheritdoc />
    public HandoffDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<HandoffDb>().UseNpgsql().Options, new NumberVault(new PersonsOptions()));
}

/// <summary>A context of the listing service, for the migration tool only: it never connects.</summary>
internal sealed class ListingFactory : IDesignTimeDbContextFactory<ListingDb>
{
    /// <inheritdoc />
    public ListingDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<ListingDb>().UseNpgsql().Options);
}
