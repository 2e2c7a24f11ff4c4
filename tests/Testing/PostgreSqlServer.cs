using Npgsql;

namespace NaraVard.Testing;

/// <summary>
/// A PostgreSQL cluster of this test process alone. It forgets everything with the process.
/// </summary>
public sealed class PostgreSqlServer
{
    private const string User = "postgres";
    private const string Programs = "/usr/lib/postgresql/15/bin/";
    private static readonly Lazy<Task<PostgreSqlServer>> OfThisProcess = new(() => Start("shared"));

    private static readonly string[] Settings =
        ["listen_addresses=127.0.0.1", "max_connections=400", "shared_buffers=128MB"];

    private static readonly string[] WithoutFlush = ["fsync=off", "full_page_writes=off"];

    private readonly string folder;
    private readonly Func<Task<OwnedProcess>> run;
    private OwnedProcess process;

    private PostgreSqlServer(string folder, int port, Func<Task<OwnedProcess>> run, OwnedProcess process) =>
        (this.folder, Port, this.run, this.process) = (folder, port, run, process);

    /// <summary>TCP port on the loopback address.</summary>
    public int Port { get; }

    /// <summary>The cluster that all tests of the process share.</summary>
    public static Task<PostgreSqlServer> Shared => OfThisProcess.Value;

    /// <summary>A cluster of one's own, for tests that break it or listen to it.</summary>
    /// <param name="hear">Is told every line of its log, which then says all that PostgreSQL says unasked.</param>
    /// <param name="isDurable">
    /// True: flushes to disk at each commit, as in production. Otherwise a crash of the machine loses it.
    /// </param>
    public static async Task<PostgreSqlServer> Start(
        string name, Action<string>? hear = null, bool isDurable = false)
    {
        var folder = await ServerFolder.Create(User, name);
        var cluster = Path.Combine(folder, "cluster");
        var environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["HOME"] = folder };
        await OwnedProcess.Run(
            User, Programs + "initdb",
            ["-D", cluster, "-U", User, "--auth=trust", "--encoding=UTF8", "--no-sync"], environment);
        var port = ServerFolder.FreePort();
        string[] settings = isDurable ? Settings : [.. Settings, .. WithoutFlush];
        var run = () => Run(folder, port, settings, hear);
        var server = new PostgreSqlServer(folder, port, run, await run());
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
        process = await run();
        await WaitUntilReady();
    }

    private static Task<OwnedProcess> Run(
        string folder, int port, string[] settings, Action<string>? hear) => OwnedProcess.Start(
        User, Programs + "postgres",
        [
            "-D", Path.Combine(folder, "cluster"), "-p", $"{port}", "-k", folder,
            .. settings.SelectMany(setting => new[] { "-c", setting }),
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
        });

    private void End()
    {
        if (!process.HasExited)
            process.Signal("QUIT").Wait(TimeSpan.FromSeconds(10));
        ServerFolder.TryDelete(folder);
    }
}
