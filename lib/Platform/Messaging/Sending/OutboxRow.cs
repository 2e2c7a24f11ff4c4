using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NaraVard.Platform.Messaging.Sending;

/// <summary>A row of <c>platform.outbox</c> on its way in; numbers, times and state are the database's.</summary>
internal sealed class OutboxRow
{
    /// <summary>How message bodies are written in the table and read again.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The message id, on every bus and in every inbox.</summary>
    public required Guid Id { get; init; }

    public required Guid? Person { get; init; }

    public required string MessageType { get; init; }

    public required string Body { get; init; }

    public required string? TraceParent { get; init; }

    public required string? TraceState { get; init; }

    public required string? Caller { get; init; }

    public static void Map(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox", "platform", table => table.ExcludeFromMigrations());
        row.HasKey(message => message.Id);
        row.Property(message => message.Id).HasColumnName("id").ValueGeneratedNever();
        row.Property(message => message.Person).HasColumnName("person");
        row.Property(message => message.MessageType).HasColumnName("message_type");
        row.Property(message => message.Body).HasColumnName("body");
        row.Property(message => message.TraceParent).HasColumnName("trace_parent");
        row.Property(message => message.TraceState).HasColumnName("trace_state");
        row.Property(message => message.Caller).HasColumnName("caller");
    }
}
