using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Capitation.Runs;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>Table <c>capitation_runs</c>. A month has one first final run, and each final run one correction.</summary>
internal sealed class RunMap : IEntityTypeConfiguration<CapitationRun>
{
    public void Configure(EntityTypeBuilder<CapitationRun> builder)
    {
        builder.ToTable("capitation_runs");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Version).IsConcurrencyToken();
        builder.Property(run => run.Region).HasMaxLength(20);
        builder.Property(run => run.Total).HasPrecision(18, 2);
        builder.Property(run => run.Rounding).HasPrecision(18, 2);
        builder.Property(run => run.Units).IsJson(CapitationJson.Default.IReadOnlyListUnit);
        builder.Property(run => run.Figures).IsJson(CapitationJson.Default.IReadOnlyListFigure);
        builder.HasIndex(run => new { run.Region, run.System, run.Month }).IsUnique()
            .HasDatabaseName("ix_capitation_runs_final").HasFilter("state = 2 AND corrects IS NULL");
        builder.HasIndex(run => run.Corrects).IsUnique()
            .HasDatabaseName("ix_capitation_runs_corrects").HasFilter("state = 2");
    }
}
