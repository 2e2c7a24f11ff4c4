using System.Diagnostics;
using System.Globalization;

namespace NaraVard.Benchmarks.Measuring;

/// <summary>What a process has used so far.</summary>
/// <param name="CpuSeconds">User and system time of all its threads.</param>
/// <param name="ResidentBytes">Memory it holds now.</param>
public readonly record struct ProcessUse(double CpuSeconds, long ResidentBytes)
{
    // Of the kernel, whatever the machine.
    private const double TicksPerSecond = 100;

    /// <summary>Asks the kernel about a process of this machine.</summary>
    public static ProcessUse Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessUse(process.TotalProcessorTime.TotalSeconds, process.WorkingSet64);
    }

    /// <summary>The CPU seconds since then.</summary>
    public double CpuSince(ProcessUse then) => CpuSeconds - then.CpuSeconds;

    /// <summary>The process that started another.</summary>
    public static int ParentOf(int processId) => (int)(Stat(processId)?[1] ?? 0);

    /// <summary>
    /// CPU seconds of a process and of all that it started itself, those that have ended too: PostgreSQL with its
    /// backends.
    /// </summary>
    public static double CpuOfAll(int processId)
    {
        var own = Stat(processId) ?? throw new ArgumentException("There is no such process.", nameof(processId));
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Select(Stat).Where(stat => stat?[1] == processId);
        return (own[11..15].Sum() + children.Sum(stat => stat![11..13].Sum())) / TicksPerSecond;
    }

    // What stands after the name, from the state on, which is no number.
    private static long[]? Stat(int processId)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{processId}/stat");
            return
            [
                .. text[(text.LastIndexOf(')') + 2)..].Split(' ')
                    .Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var value) ? value : 0),
            ];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
