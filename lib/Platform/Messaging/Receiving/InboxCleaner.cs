using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>Forgets messages that are too old to come again.</summary>
internal sealed class InboxCleaner<TDb>(DatabaseConnections<TDb> database, DatabaseOptions options)
    where TDb : DbContext
{
    private const string Step = """
        delete from platform.inbox where ctid = any (array(
            select ctid from platform.inbox where received < clock_timestamp() - $1 limit 5000))
        """;

    public async Task Clean(CancellationToken ct)
    {
        int forgotten;
        do
        {
            await using var command = database.Source.CreateCommand(Step);
            command.Parameters.Add(new() { Value = TimeSpan.FromHours(options.InboxRetentionHours) });
            forgotten = await command.ExecuteNonQueryAsync(ct);
        }
        while (forgotten > 0);
    }
}
