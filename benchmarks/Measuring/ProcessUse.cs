using System.Diagnostics;

namespace NaraVard.Benchmarks.Measuring;

/// <summary>What a process has used so far.</summary>
/// <param name="CpuSeconds">User and system time of all its threads.</param>
/// <param name="ResidentBytes">Memory it holds now.</param>
public readonly record struct ProcessUse(double CpuSeconds, long ResidentBytes)
{
    /// <summary>Asks the kernel about a process of this machine.</summary>
    public static ProcessUse Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessUse(process.TotalProcessorTime.TotalSeconds, process.WorkingSet64);
    }

    /// <summary>The CPU seconds since then.</summary>
    public double CpuSince(ProcessUse then) => CpuSeconds - then.CpuSeconds;
}
