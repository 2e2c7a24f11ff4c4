using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>Tables <c>capitation_cells</c>, <c>capitation_lines</c> and <c>figures</c>.</summary>
internal sealed class RunRowMaps :
    IEntityTypeConfiguration<CellRow>, IEntityTypeConfiguration<LineRow>, IEntityTypeConfiguration<FigureRow>
{
    public void Configure(EntityTypeBuilder<CellRow> builder)
    {
        builder.ToTable("capitation_cells");
        builder.HasKey(row => new
        {
            row.RunId,
            row.Population,
            row.Where,
            row.Age,
            row.Turning,
            row.Sex,
            row.ArrivedYears,
        });
        builder.Property(row => row.Where).HasColumnName("place").HasMaxLength(31);
        builder.Ignore(row => row.Cell);
    }

    public void Configure(EntityTypeBuilder<LineRow> builder)
    {
        builder.ToTable("capitation_lines");
        builder.HasKey(row => new { row.RunId, row.Place });
        builder.Property(row => row.Unit).HasMaxLength(31);
        builder.Property(row => row.Quantity).HasPrecision(24, 6);
        builder.Property(row => row.Kronor).HasPrecision(18, 2);
        builder.Property(row => row.Parts).IsJson(CapitationJson.Default.IReadOnlyListPart);
        builder.Ignore(row => row.Line);
    }

    public void Configure(EntityTypeBuilder<FigureRow> builder)
    {
        builder.ToTable("figures");
        builder.HasKey(row => new { row.Region, row.Unit, row.Measure, row.Month });
        builder.Property(row => row.Region).HasMaxLength(20);
        builder.Property(row => row.Unit).HasMaxLength(31);
        builder.Property(row => row.Measure).HasMaxLength(80);
        builder.Property(row => row.Value).HasPrecision(18, 6);
    }
}
