using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Persons;

namespace NaraVard.Listing.Data;

/// <summary>Tables <c>persons</c>, <c>guardians</c> and <c>person_aliases</c>. Only here is a number, sealed.</summary>
internal sealed class PersonMap :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Guardian>, IEntityTypeConfiguration<PersonAlias>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons");
        builder.HasKey(person => person.Key);
        builder.Property(person => person.Version).IsConcurrencyToken();
        builder.Property(person => person.Region).HasMaxLength(2);
        builder.Property(person => person.KommunCode).HasMaxLength(4);
        builder.Property(person => person.PostalCode).HasMaxLength(5);
        builder.HasIndex(person => person.Dwelling).HasFilter("dwelling IS NOT NULL");
        builder.Ignore(person => person.OpenResidence).Ignore(person => person.IsProtected);
    }

    public void Configure(EntityTypeBuilder<Guardian> builder)
    {
        builder.ToTable("guardians");
        builder.HasKey(guardian => new { guardian.Child, guardian.Key, guardian.From });
        builder.Property(guardian => guardian.From).HasColumnName("from_day");
        builder.Property(guardian => guardian.To).HasColumnName("to_day");
        builder.HasIndex(guardian => guardian.Key);
    }

    public void Configure(EntityTypeBuilder<PersonAlias> builder)
    {
        builder.ToTable("person_aliases");
        builder.HasKey(alias => alias.OldKey);
        builder.HasIndex(alias => alias.Person);
    }
}
