using System.Globalization;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Benchmarks.Grpc.V1;
using NaraVard.Benchmarks.Measuring;
using Proto = NaraVard.Contracts.Handoff.V1;

namespace NaraVard.Benchmarks.Grpc.Servers;

/// <summary>A server in a process of its own.</summary>
internal sealed class Server(string name, ChildProcess process, string address) : IAsyncDisposable
{
    /// <summary>What it is called where figures are compared.</summary>
    public string Name => name;

    public string Address => address;

    public ProcessUse Use => process.Use;

    /// <summary>One of ours, which tells what it allocates.</summary>
    public static async Task<Server> Managed(string name, string kind)
    {
        var process = await ChildProcess.Self("serve", kind);
        return new Server(name, process, await process.Line());
    }

    /// <summary>The C++ server, built when it is not there.</summary>
    public static async Task<Server> Cpp(string name)
    {
        await ChildProcess.Run("benchmarks/Grpc/cpp/build");
        const string Folder = "artifacts/grpc-cpp/";
        await File.WriteAllBytesAsync(Folder + "sent", Messages.Sent.ToByteArray());
        await File.WriteAllBytesAsync(Folder + "change", Messages.Change.ToByteArray());
        var process = await ChildProcess.Start(Folder + "server",
            [Folder + "sent", Folder + "change", Messages.ChangesInStream.ToString(CultureInfo.InvariantCulture)]);
        return new Server(name, process, await process.Line());
    }

    /// <summary>
    /// h2load counts HTTP 200, not grpc-status and not content: a real client says whether the answers are right.
    /// </summary>
    public async Task Check()
    {
        using var channel = GrpcChannel.ForAddress(address);
        var said = await new Echo.EchoClient(channel).SayAsync(Messages.Hundred);
        var handoffs = new Proto.HandoffService.HandoffServiceClient(channel);
        var sent = await handoffs.RequestHandoffAsync(Messages.Request);
        using var watch = handoffs.WatchHandoffs(Messages.Watch);
        List<Proto.WatchHandoffsResponse> changes = [];
        await foreach (var change in watch.ResponseStream.ReadAllAsync())
            changes.Add(change);
        if (!said.Equals(Messages.Hundred) || !sent.Equals(Messages.Sent)
            || changes.Count != Messages.ChangesInStream || !changes.TrueForAll(Messages.Change.Equals))
            throw new InvalidOperationException($"The answers of {name} are wrong.");
    }

    /// <summary>The bytes it has allocated so far; 0 for one that does not say.</summary>
    public async Task<long> Allocated()
    {
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20 };
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var answer = await http.GetAsync(address + Serving.AllocatedPath);
        return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType is null
            ? long.Parse(await answer.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture)
            : 0;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
