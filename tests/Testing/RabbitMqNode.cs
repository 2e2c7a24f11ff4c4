using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NaraVard.Testing;

/// <summary>A RabbitMQ node of this test process alone, with its own name, ports and files.</summary>
public sealed class RabbitMqNode : IAsyncDisposable
{
    private const string User = "rabbitmq";
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    private static readonly Lazy<Task<RabbitMqNode>> OfThisProcess = new(() => Start());

    private readonly string folder;
    private readonly Dictionary<string, string> environment;
    private OwnedProcess? process;

    private RabbitMqNode(string folder, int port, Dictionary<string, string> environment) =>
        (this.folder, Port, this.environment) = (folder, port, environment);

    /// <summary>AMQP port on the loopback address. Survives a restart.</summary>
    public int Port { get; }

    /// <summary>Where the node writes its log files.</summary>
    public string LogFolder => Path.Combine(folder, "log");

    /// <summary>The node that all tests of the process share, each with a virtual host of its own.</summary>
    public static Task<RabbitMqNode> Shared => OfThisProcess.Value;

    /// <summary>A node of one's own, for tests that break it.</summary>
    /// <param name="plugins">Plugins of the Debian package to switch on, such as <c>rabbitmq_shovel</c>.</param>
    public static async Task<RabbitMqNode> Start(params string[] plugins)
    {
        var port = ServerFolder.FreePort();
        var folder = await ServerFolder.Create(User, $"{port}");
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), $"[{string.Join(',', plugins)}].\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "rabbitmq.conf"), "disk_free_limit.absolute = 50MB\nlog.console.level = error\n");
        var node = new RabbitMqNode(folder, port, new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["RABBITMQ_NODENAME"] = $"naravard{port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{port}",
            ["RABBITMQ_DIST_PORT"] = $"{ServerFolder.FreePort()}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => node.End();
        await node.Start();
        return node;
    }

    /// <summary>A virtual host in which nobody else's queues are.</summary>
    public async Task<string> CreateVirtualHost()
    {
        var name = $"test-{Guid.CreateVersion7():N}";
        await OwnedProcess.Run(User, Control, ["add_vhost", name], environment);
        await OwnedProcess.Run(User, Control, ["set_permissions", "-p", name, "guest", ".*", ".*", ".*"], environment);
        return name;
    }

    /// <summary>The settings of section <c>Bus</c> that lead to this node.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings(string virtualHost) =>
    [
        new("Bus:Kind", "RabbitMq"), new("Bus:Host", "127.0.0.1"), new("Bus:Port", $"{Port}"),
        new("Bus:VirtualHost", virtualHost), new("Bus:User", "guest"), new("Bus:Password", "guest"),
    ];

    /// <summary>A bare connection.</summary>
    public Task<IConnection> Connect(string virtualHost = "/") => new ConnectionFactory
    {
        HostName = "127.0.0.1",
        Port = Port,
        VirtualHost = virtualHost,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(2),
    }.CreateConnectionAsync();

    /// <summary>What <c>rabbitmqctl</c> answers, or why it does not.</summary>
    public async Task<string> Ask(params string[] question)
    {
        var asked = await OwnedProcess.Start(User, Control, ["--quiet", "--timeout", "20", .. question], environment);
        await asked.Exited;
        return asked.Output;
    }

    /// <summary>
    /// Starts it, on the files it had before, and waits until it answers. One that ends instead is started again, as a
    /// service manager does: after a crash its name or port may not be free at once.
    /// </summary>
    public async Task Start()
    {
        var starts = 1;
        var starting = process = await OwnedProcess.Start(User, Server, [], environment);
        await Soon.Holds(
            "RabbitMQ answers",
            async () =>
            {
                if (starting.HasExited && starts++ == 3)
                    throw new InvalidOperationException($"RabbitMQ did not start: {starting.Output}");
                if (starting.HasExited)
                    starting = process = await OwnedProcess.Start(User, Server, [], environment);
                try
                {
                    await using var connection = await Connect();
                    return true;
                }
                catch (Exception e) when (e is IOException or RabbitMQClientException or TimeoutException)
                {
                    // Not yet, or not for long enough to say good-bye.
                    return false;
                }
            },
            seconds: 240);
    }

    /// <summary>Shuts it down in order.</summary>
    public Task Stop() => process!.Signal("TERM");

    /// <summary>Ends it at once, as a crash does.</summary>
    public Task Kill() => process!.Signal("KILL");

    /// <summary>Holds it still: connections stay open and nobody answers.</summary>
    public Task Freeze() => process!.Signal("STOP", wait: false);

    /// <summary>Lets it go on.</summary>
    public Task Thaw() => process!.Signal("CONT", wait: false);

    /// <summary>Ends it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await process.Signal("KILL");
        ServerFolder.TryDelete(folder);
    }

    private void End()
    {
        if (process is { HasExited: false })
            process.Signal("KILL").Wait(TimeSpan.FromSeconds(10));
        ServerFolder.TryDelete(folder);
    }
}
