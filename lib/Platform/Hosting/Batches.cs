using Npgsql;

namespace NaraVard.Platform.Hosting;

/// <summary>Statements that go to the server together.</summary>
internal static class Batches
{
    /// <summary>Adds a statement with its values in the order of their numbers.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }

    /// <summary>
    /// Lets the commit of this batch return before it is on disk: for what is found again, or made up for, when it is
    /// lost.
    /// </summary>
    public static void AddRelaxed(this NpgsqlBatch batch) =>
        batch.Add("select set_config('synchronous_commit', 'off', true)");
}
