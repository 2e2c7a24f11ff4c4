using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>Columns that hold JSON of what is never changed.</summary>
internal static class JsonColumns
{
    public static void IsJson<T>(this PropertyBuilder<T> column, JsonTypeInfo<T> type)
        where T : class => column.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, type), text => JsonSerializer.Deserialize(text, type)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));
}
