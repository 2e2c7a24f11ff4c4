using System.Diagnostics;

namespace NaraVard.Benchmarks.Measuring;

/// <summary>
/// A program that a benchmark started. It ends when it is disposed, and when the benchmark does, however that ends.
/// What it writes to standard error is the benchmark's.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>What it has used so far.</summary>
    public ProcessUse Use => ProcessUse.Of(Id);

    /// <summary>Starts it.</summary>
    /// <param name="environment">Beside that of the benchmark.</param>
    public static async Task<ChildProcess> Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("setpriv") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["--pdeathsig=KILL", program, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        // The death signal comes when the thread that started the child ends, so that thread waits for the child.
        var started = new TaskCompletionSource<ChildProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            // Not disposed: this thread and the one who ends it wait for it at the same time.
            var process = Process.Start(start)!;
            started.SetResult(new ChildProcess(process));
            process.WaitForExit();
        })
        { IsBackground = true }.Start();
        return await started.Task;
    }

    /// <summary>Starts this benchmark a second time, with other arguments: a server in a process of its own.</summary>
    public static Task<ChildProcess> Self(params string[] arguments) =>
        Start(Environment.ProcessPath!, arguments);

    /// <summary>The next line that it prints to standard output.</summary>
    public async Task<string> Line() =>
        await process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException($"{process.StartInfo.ArgumentList[1]} ended before it was ready.");

    /// <summary>Lets it print what it likes to standard output; nobody hears it.</summary>
    public void Ignore() => process.BeginOutputReadLine();

    /// <summary>Runs a program to its end and returns what it printed; throws when it failed.</summary>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        await using var child = await Start(program, arguments);
        var printed = await child.process.StandardOutput.ReadToEndAsync();
        await child.process.WaitForExitAsync();
        return child.process.ExitCode == 0
            ? printed
            : throw new InvalidOperationException($"{program} ended with {child.process.ExitCode}:\n{printed}");
    }

    /// <summary>Ends it, and all that it started, at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }
}
