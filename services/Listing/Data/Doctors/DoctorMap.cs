using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing.Data.Doctors;

/// <summary>
/// Tables <c>doctors</c> and <c>doctor_contacts</c>. One contact without an end for each listing, whatever the code
/// does.
/// </summary>
internal sealed class DoctorMap : IEntityTypeConfiguration<Doctor>, IEntityTypeConfiguration<DoctorContact>
{
    public void Configure(EntityTypeBuilder<Doctor> builder)
    {
        builder.ToTable("doctors");
        builder.HasKey(doctor => new { doctor.Clinic, doctor.Id });
        builder.Property(doctor => doctor.Version).IsConcurrencyToken();
        builder.Property(doctor => doctor.Clinic).HasMaxLength(31);
        builder.Property(doctor => doctor.Id).HasMaxLength(31);
        builder.Property(doctor => doctor.Region).HasMaxLength(2);
        builder.Ignore(doctor => doctor.Post).Ignore(doctor => doctor.GoneFrom);
    }

    public void Configure(EntityTypeBuilder<DoctorContact> builder)
    {
        builder.ToTable("doctor_contacts");
        builder.HasKey(contact => contact.Id);
        builder.Property(contact => contact.Clinic).HasMaxLength(31);
        builder.Property(contact => contact.Doctor).HasMaxLength(31);
        builder.Property(contact => contact.From).HasColumnName("from_day");
        builder.Property(contact => contact.Until).HasColumnName("until_day");
        builder.HasIndex(contact => contact.ListingId);
        builder.HasIndex(contact => contact.ListingId, "one_open").IsUnique()
            .HasDatabaseName("ux_doctor_contacts_open").HasFilter("until_day IS NULL");
        builder.HasIndex(contact => new { contact.Clinic, contact.Doctor, contact.Until });
    }
}
