using NaraVard.Platform.Persons;
using Npgsql;

namespace NaraVard.Platform.Access;

/// <summary>Reads rows of the log.</summary>
internal static class AccessRows
{
    public static AccessRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new AccessEntry
        {
            At = row.GetFieldValue<DateTimeOffset>(1),
            IsAllowed = row.GetBoolean(2),
            Code = Text(row, 3),
            Activity = ActivityNames.Parse(row.GetString(4)),
            Method = row.GetString(5),
            Purpose = Text(row, 6),
            Reason = Text(row, 7),
            IsEmergency = row.GetBoolean(8),
            Subject = Text(row, 9),
            HsaId = Text(row, 10),
            UserName = Text(row, 11),
            UserTitle = Text(row, 12),
            Unit = Text(row, 13),
            Caregiver = Text(row, 14),
            Organisation = Text(row, 15),
            Client = Text(row, 16),
            ResourceType = Text(row, 17),
            ResourceId = Text(row, 18),
            ResourceOwner = Text(row, 19),
            Person = row.IsDBNull(20) ? null : new PersonKey(row.GetGuid(20)),
            RequestId = Text(row, 21),
            TraceId = Text(row, 22),
        });

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
