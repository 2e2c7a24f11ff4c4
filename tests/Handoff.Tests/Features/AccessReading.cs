using NaraVard.Platform.Access;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>Reads the access log.</summary>
internal static class AccessReading
{
    /// <summary>What one request left.</summary>
    public static Task<IReadOnlyList<AccessEntry>> AccessRows(this HandoffHost host, string requestId) =>
        host.Rows($"request_id = '{requestId}'");

    /// <summary>What was done with one handoff, oldest first.</summary>
    public static Task<IReadOnlyList<AccessEntry>> AccessRowsOf(this HandoffHost host, string handoffId) =>
        host.Rows($"resource_id = '{handoffId}'");

    private static async Task<IReadOnlyList<AccessEntry>> Rows(this HandoffHost host, string which)
    {
        var entries = new List<AccessEntry>();
        await using var command = host.Database.Source.CreateCommand($"""
            select at, allowed, code, activity, method, reason, subject, resource_id, resource_owner
            from platform.access_log where {which} order by position
            """);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            entries.Add(new()
            {
                At = row.GetFieldValue<DateTimeOffset>(0),
                IsAllowed = row.GetBoolean(1),
                Code = row.GetValue(2) as string,
                Activity = row.GetString(3) == "read" ? Activity.Read : Activity.Write,
                Method = row.GetString(4),
                Reason = row.GetValue(5) as string,
                Subject = row.GetValue(6) as string,
                ResourceId = row.GetValue(7) as string,
                ResourceOwner = row.GetValue(8) as string,
            });
        return entries;
    }
}
