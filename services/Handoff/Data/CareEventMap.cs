using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NaraVard.Handoff.Data;

/// <summary>Table <c>care_events</c>: one row a visit and kind, so that a redelivered event changes nothing.</summary>
internal sealed class CareEventMap : IEntityTypeConfiguration<CareEvent>
{
    public void Configure(EntityTypeBuilder<CareEvent> builder)
    {
        builder.ToTable("care_events");
        builder.HasKey(row => new { row.VisitId, row.Kind });
        builder.HasIndex(row => new { row.Person, row.At });
    }
}
