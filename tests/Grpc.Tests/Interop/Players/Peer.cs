using System.Diagnostics;
using System.Text;
using NaraVard.Grpc.Tests.Interop.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interop.Players;

/// <summary>A program on other people's gRPC, which runs until its input ends.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder complaints = new();
    private string? waitedInVainFor;

    private Peer(string program, params string[] arguments)
    {
        process = Tools.Start(program, arguments);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
                complaints.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    /// <summary>On grpc-js.</summary>
    public static Peer Node(string script, string argument) =>
        new("node", Script(script), Tools.Modules, Tools.Protos, argument);

    /// <summary>On Debian's grpcio.</summary>
    public static Peer Python(string script, string argument) => new(
        "/usr/bin/python3", Script(script), InteropReflection.Descriptor.SerializedData.ToBase64(), argument);

    public async Task Write(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Tells what it complained of, should it have ended.</summary>
    public void MustRun()
    {
        lock (complaints)
            Assert.False(process.HasExited, $"{complaints}");
    }

    /// <summary>The next line that it writes. One that stopped answering is not asked again.</summary>
    public async Task<string> Read(string what)
    {
        if (waitedInVainFor is not null)
            throw new InvalidOperationException($"Gave up on it after waiting for {waitedInVainFor}.");
        try
        {
            if (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) is { } line)
                return line;
        }
        catch (TimeoutException)
        {
        }
        waitedInVainFor = what;
        lock (complaints)
            throw new InvalidOperationException($"Waited in vain for {what}: {complaints}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Script(string name) =>
        Path.Combine(Tools.Root, "tests", "Grpc.Tests", "Interop", "Peers", name);
}
