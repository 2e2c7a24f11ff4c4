using Google.Protobuf.WellKnownTypes;
using NaraVard.Listing.Domain.Imports;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: imports.</summary>
internal static class WireImport
{
    public static Proto.Import Of(Import import) => new()
    {
        ImportId = import.Id.ToString(),
        Version = import.Version,
        Encoding = (Proto.TextEncoding)(import.Encoding ?? 0),
        NextOffset = import.NextOffset,
        RowCount = import.RowCount,
        AddedCount = import.AddedCount,
        ChangedCount = import.ChangedCount,
        UnchangedCount = import.UnchangedCount,
        BadCount = import.BadCount,
        StartedAt = Timestamp.FromDateTimeOffset(import.StartedAt),
        FinishedAt = import.FinishedAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
    };
}
