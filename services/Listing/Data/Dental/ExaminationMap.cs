using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Dental;

namespace NaraVard.Listing.Data.Dental;

/// <summary>Table <c>examinations</c>. What is looked for has columns; all that was ever said is JSON.</summary>
internal sealed class ExaminationMap : IEntityTypeConfiguration<Examination>
{
    public void Configure(EntityTypeBuilder<Examination> builder)
    {
        builder.ToTable("examinations");
        builder.HasKey(examination => examination.Id);
        builder.Property(examination => examination.Id).ValueGeneratedNever();
        builder.Property(examination => examination.Version).IsConcurrencyToken();
        builder.Property(examination => examination.Region).HasMaxLength(2);
        builder.Property(examination => examination.Clinic).HasMaxLength(31);
        builder.Property(examination => examination.Findings).HasColumnType("jsonb").HasConversion(
            findings => JsonSerializer.Serialize(findings, DentalJson.Default.IReadOnlyListExaminationFinding),
            text => JsonSerializer.Deserialize(text, DentalJson.Default.IReadOnlyListExaminationFinding)!,
            ValueComparer.CreateDefault<IReadOnlyList<ExaminationFinding>>(favorStructuralComparisons: false));
        builder.Ignore(examination => examination.Finding);
        // The latest of each of a region's children, without a look at the rows: the list of who is overdue.
        builder.HasIndex(examination => new { examination.Person, examination.ExaminedOn, examination.DueOn })
            .IsDescending(false, true, false)
            .IncludeProperties(examination => new { examination.Risk, examination.IsNullified });
    }
}
