using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Ceilings;

namespace NaraVard.Listing.Data.Choice;

/// <summary>Tables <c>ceilings</c> and <c>clinic_loads</c>.</summary>
internal sealed class CeilingMap : IEntityTypeConfiguration<Ceiling>, IEntityTypeConfiguration<ClinicLoad>
{
    public void Configure(EntityTypeBuilder<Ceiling> builder)
    {
        builder.ToTable("ceilings");
        builder.HasKey(ceiling => ceiling.Id);
        builder.Property(ceiling => ceiling.Id).ValueGeneratedNever();
        builder.Property(ceiling => ceiling.Version).IsConcurrencyToken();
        builder.Property(ceiling => ceiling.Clinic).HasMaxLength(31);
        builder.Property(ceiling => ceiling.Region).HasMaxLength(2);
        builder.Property(ceiling => ceiling.From).HasColumnName("from_day");
        builder.Property(ceiling => ceiling.To).HasColumnName("to_day");
        builder.Property(ceiling => ceiling.DecisionReference).HasMaxLength(60);
        builder.Property(ceiling => ceiling.DecidedBy).HasMaxLength(200);
        builder.HasIndex(ceiling => new { ceiling.Clinic, ceiling.Type });
    }

    public void Configure(EntityTypeBuilder<ClinicLoad> builder)
    {
        builder.ToTable("clinic_loads");
        builder.HasKey(load => new { load.Clinic, load.Type });
        builder.Property(load => load.Clinic).HasMaxLength(31);
        builder.Ignore(load => load.Listed);
    }
}
