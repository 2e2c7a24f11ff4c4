using System.Diagnostics;

namespace NaraVard.Testing;

/// <summary>
/// A process that the tests started: as a system user of its own when the tests run as root and one is said, in a
/// session of its own. It ends with the test process, however that ends.
/// </summary>
public sealed class OwnedProcess
{
    private readonly Process process;
    private readonly Queue<string> output;

    private OwnedProcess(Process process, Queue<string> output) => (this.process, this.output) = (process, output);

    /// <summary>True once it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Ends when it has ended, and all that it wrote has been read.</summary>
    public Task Exited => process.WaitForExitAsync();

    /// <summary>The last lines it wrote, for the sentence of a failure.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output);
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="user">Null for the user that runs the tests.</param>
    /// <param name="hear">Is told every line that it writes.</param>
    public static Task<OwnedProcess> Start(
        string? user, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment,
        Action<string>? hear = null)
    {
        if (!File.Exists(program))
            throw new FileNotFoundException(
                $"These tests need {program}: install the Debian packages postgresql-15 and rabbitmq-server.");
        var started = new TaskCompletionSource<OwnedProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The death signal comes when the *thread* that started the child ends, so that thread waits for the child.
        new Thread(() => Run(started, Describe(user, program, arguments, environment), hear)) { IsBackground = true }
            .Start();
        return started.Task;
    }

    /// <summary>Runs a command to its end, as that user; throws with its output when it fails.</summary>
    public static async Task Run(
        string user, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var command = await Start(user, program, arguments, environment);
        await command.process.WaitForExitAsync();
        if (command.process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {command.process.ExitCode}: {command.Output}");
    }

    /// <summary>Asks it, or all of its session with signal 9, to end, and waits until it has.</summary>
    public async Task Signal(string signal, bool wait = true)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", "--", $"-{process.Id}"]);
        await kill.WaitForExitAsync();
        if (wait)
            await process.WaitForExitAsync();
    }

    /// <summary>Ends it, and not its session, at this very moment, as a crash does.</summary>
    public void Kill() => process.Kill();

    private static ProcessStartInfo Describe(
        string? user, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("setpriv") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (user is not null && Environment.IsPrivilegedProcess)
            foreach (var option in new[] { $"--reuid={user}", $"--regid={user}", "--init-groups" })
                start.ArgumentList.Add(option);
        foreach (var argument in (string[])["--pdeathsig=TERM", "setsid", program, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static void Run(
        TaskCompletionSource<OwnedProcess> started, ProcessStartInfo description, Action<string>? hear)
    {
        var output = new Queue<string>();
        // Not disposed: the one who started it asks it for its end.
        var process = new Process { StartInfo = description };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        started.SetResult(new OwnedProcess(process, output));
        process.WaitForExit();

        void Keep(string? line)
        {
            hear?.Invoke(line ?? "");
            lock (output)
            {
                output.Enqueue(line ?? "");
                if (output.Count > 60)
                    output.Dequeue();
            }
        }
    }
}
