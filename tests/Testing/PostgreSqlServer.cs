using Npgsql;

namespace NaraVard.Testing;

/// <summary>
/// A PostgreSQL cluster of this test process alone. It forgets everything with the process and does not flush to disk.
/// </summary>
public sealed class PostgreSqlServer
{
    private const string User = "postgres";
    private const string Programs = "/usr/lib/postgresql/15/bin/";
    private static readonly Lazy<Task<PostgreSqlServer>> OfThisProcess = new(() => Start("shared"));

    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off", "max_connections=400",
        "shared_buffers=128MB",
    ];

    private readonly string folder;
    private readonly Action<string>? hear;
    private OwnedProcess process;

    private PostgreSqlServer(string folder, int port, Action<string>? hear, OwnedProcess process) =>
        (this.folder, Port, this.hear, this.process) = (folder, port, hear, process);

    /// <summary>TCP port on the loopback address.</summary>
    public int Port { get; }

    /// <summary>The cluster that all tests of the process share.</summary>
    public static Task<PostgreSqlServer> Shared => OfThisProcess.Value;

    /// <summary>A cluster of one's own, for tests that break it or listen to it.</summary>
    /// <param name="hear">Is told every line of its log, which then says all that PostgreSQL says unasked.</param>
    public static async Task<PostgreSqlServer> Start(string name, Action<string>? hear = null)
    {
        var folder = await ServerFolder.Create(User, name);
        var cluster = Path.Combine(folder, "cluster");
        var environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["HOME"] = folder };
        await OwnedProcess.Run(
            User, Programs + "initdb",
            ["-D", cluster, "-U", User, "--auth=trust", "--encoding=UTF8", "--no-sync"], environment);
        var port = ServerFolder.FreePort();
        var server = new PostgreSqlServer(folder, port, hear, await Run(folder, port, hear));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.End();
        await server.WaitUntilReady();
        return server;
    }

    /// <summary>How to reach a database of the cluster.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={User};Database={database};Timeout=5;Include Error Detail=false";

    /// <summary>Runs one statement as the owner of the cluster.</summary>
    public async Task Execute(string sql, string database = "postgres")
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public Task Kill() => process.Signal("KILL");

    /// <summary>Starts it again on the same files and port.</summary>
    public async Task Restart()
    {
        if (!process.HasExited)
            await process.Signal("INT");
        process = await Run(folder, Port, hear);
        await WaitUntilReady();
    }

    private static Task<OwnedProcess> Run(string folder, int port, Action<string>? hear) => OwnedProcess.Start(
        User, Programs + "postgres",
        [
            "-D", Path.Combine(folder, "cluster"), "-p", $"{port}", "-k", folder,
            .. Settings.SelectMany(setting => new[] { "-c", setting }),
            "-c", hear is null ? "log_min_messages=fatal" : "log_min_messages=warning",
        ],
        new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["HOME"] = folder },
        hear);

    private Task WaitUntilReady() => Soon.Holds(
        "PostgreSQL answers",
        async () =>
        {
            if (process.HasExited)
                throw new InvalidOperationException($"PostgreSQL did not start: {process.Output}");
            try
            {
                await Execute("select 1");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        },
        seconds: 60);

    private void End()
    {
        if (!process.HasExited)
            process.Signal("QUIT").Wait(TimeSpan.FromSeconds(10));
        ServerFolder.TryDelete(folder);
    }
}
