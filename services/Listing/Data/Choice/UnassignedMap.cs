using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Assigning;

namespace NaraVard.Listing.Data.Choice;

/// <summary>Table <c>unassigned</c>: the worklist of those for whom staff must find a clinic.</summary>
internal sealed class UnassignedMap : IEntityTypeConfiguration<UnassignedPerson>
{
    public void Configure(EntityTypeBuilder<UnassignedPerson> builder)
    {
        builder.ToTable("unassigned");
        builder.HasKey(one => new { one.Person, one.Type });
        builder.Property(one => one.Region).HasMaxLength(2);
        builder.Property(one => one.Because).HasMaxLength(40);
    }
}
