using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Data;

/// <summary>Tables <c>clinics</c>, <c>clinic_versions</c> and <c>road_distances</c>.</summary>
internal sealed class ClinicMap :
    IEntityTypeConfiguration<Clinic>, IEntityTypeConfiguration<ClinicVersion>, IEntityTypeConfiguration<RoadDistance>
{
    public void Configure(EntityTypeBuilder<Clinic> builder)
    {
        builder.ToTable("clinics");
        builder.HasKey(clinic => clinic.Id);
        builder.Property(clinic => clinic.Version).IsConcurrencyToken();
        builder.Property(clinic => clinic.RoadDistanceCount).HasDefaultValue(0);
        builder.Ignore(clinic => clinic.Versions).Ignore(clinic => clinic.Region);
        builder.HasMany<ClinicVersion>("versions").WithOne().HasForeignKey(version => version.ClinicId);
        builder.Navigation("versions").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ClinicVersion> builder)
    {
        builder.ToTable("clinic_versions");
        builder.HasKey(version => new { version.ClinicId, version.From });
        builder.Property(version => version.From).HasColumnName("from_day");
        builder.Property(version => version.Profile).HasColumnType("jsonb").HasConversion(
            profile => JsonSerializer.Serialize(profile, RegisterJson.Default.ClinicProfile),
            text => JsonSerializer.Deserialize(text, RegisterJson.Default.ClinicProfile)!,
            ValueComparer.CreateDefault<ClinicProfile>(favorStructuralComparisons: false));
    }

    public void Configure(EntityTypeBuilder<RoadDistance> builder)
    {
        builder.ToTable("road_distances");
        builder.HasKey(one => new { one.PostalCode, one.Clinic });
        builder.Property(one => one.PostalCode).HasMaxLength(5);
        builder.HasIndex(one => one.Clinic);
    }
}
