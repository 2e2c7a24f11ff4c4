using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Data;

/// <summary>Table <c>handoffs</c>. What was disclosed and what came of it are sealed: not readable at rest.</summary>
internal sealed class HandoffMap(NumberVault vault) : IEntityTypeConfiguration<HandoffCase>
{
    public void Configure(EntityTypeBuilder<HandoffCase> builder)
    {
        builder.ToTable("handoffs");
        builder.HasKey(handoff => handoff.Id);
        builder.Property(handoff => handoff.Id).ValueGeneratedNever();
        builder.Property(handoff => handoff.Version).IsConcurrencyToken();
        builder.Property(handoff => handoff.Region).HasMaxLength(20);
        builder.Property(handoff => handoff.ErUnit).HasMaxLength(31);
        builder.Property(handoff => handoff.ErReference).HasMaxLength(40);
        builder.Property(handoff => handoff.KommunCode).HasMaxLength(4).IsFixedLength();
        builder.Property(handoff => handoff.Disclosed)
            .HasConversion(Sealed(StoredJson.Default.Disclosed), ByReference<Disclosed>());
        builder.Property(handoff => handoff.Outcome)
            .HasConversion(Sealed(StoredJson.Default.Outcome), ByReference<Outcome>());
        builder.ComplexProperty(handoff => handoff.AcknowledgedBy, worker =>
        {
            worker.Property(by => by.HsaId).HasColumnName("acknowledged_by_hsa_id").HasMaxLength(64);
            worker.Property(by => by.Name).HasColumnName("acknowledged_by_name").HasMaxLength(120);
        });
        builder.Ignore(handoff => handoff.Receivers).Ignore(handoff => handoff.History);
        builder.Property<List<Receiver>>("receivers").HasColumnType("jsonb")
            .HasConversion(Json(StoredJson.Default.ListReceiver), ByContent(StoredJson.Default.ListReceiver));
        builder.Property<List<HistoryEntry>>("history").HasColumnType("jsonb")
            .HasConversion(Json(StoredJson.Default.ListHistoryEntry), ByContent(StoredJson.Default.ListHistoryEntry));

        builder.HasIndex(handoff => new { handoff.KommunCode, handoff.State });
        builder.HasIndex(handoff => new { handoff.ErUnit, handoff.RequestedAt });
        builder.HasIndex(handoff => handoff.Person);
        builder.HasIndex(handoff => handoff.DueAt).HasDatabaseName("ix_handoffs_waiting")
            .HasFilter("state = 1 AND overdue_at IS NULL");
    }

    private ValueConverter<T, byte[]> Sealed<T>(JsonTypeInfo<T> json) => new(
        value => vault.Seal(JsonSerializer.Serialize(value, json)),
        bytes => JsonSerializer.Deserialize(vault.Open(bytes), json)!);

    private static ValueConverter<T, string> Json<T>(JsonTypeInfo<T> json) => new(
        value => JsonSerializer.Serialize(value, json), text => JsonSerializer.Deserialize(text, json)!);

    /// <summary>For values that are replaced and never changed.</summary>
    private static ValueComparer<T> ByReference<T>()
        where T : class => new((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value);

    /// <summary>For lists that grow.</summary>
    private static ValueComparer<T> ByContent<T>(JsonTypeInfo<T> json) => new(
        (a, b) => JsonSerializer.Serialize(a!, json) == JsonSerializer.Serialize(b!, json),
        value => JsonSerializer.Serialize(value, json).GetHashCode(StringComparison.Ordinal),
        value => JsonSerializer.Deserialize(JsonSerializer.Serialize(value, json), json)!);
}
