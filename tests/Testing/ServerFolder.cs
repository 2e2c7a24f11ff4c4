using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NaraVard.Testing;

/// <summary>
/// Where a server of the tests keeps its files. Named after this process, so that the next one can sweep.
/// </summary>
public static class ServerFolder
{
    /// <summary>A new folder that the user owns; folders of test processes that are gone are removed first.</summary>
    public static async Task<string> Create(string user, string name)
    {
        var root = Path.Combine(Path.GetTempPath(), $"naravard-{user}");
        Directory.CreateDirectory(root);
        foreach (var old in Directory.EnumerateDirectories(root).Where(IsAbandoned))
            TryDelete(old);
        var folder = Path.Combine(root, $"{Environment.ProcessId}-{name}");
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("/bin/chown", ["-R", $"{user}:{user}", folder]);
            await chown.WaitForExitAsync();
        }

        return folder;
    }

    /// <summary>Removes the folder, as far as it can be.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A server that is still on its way down writes in it; the next test process sweeps.
        }
    }

    /// <summary>
    /// A port that nobody listens at, below those that the system gives to whoever connects: a server that is started
    /// again finds it free, and nobody who tries to reach it meanwhile is connected to himself.
    /// </summary>
    public static int FreePort()
    {
        var random = new Random();
        while (true)
        {
            var port = random.Next(12_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }

    private static bool IsAbandoned(string folder)
    {
        var owner = Path.GetFileName(folder).Split('-')[0];
        return int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && !Directory.Exists($"/proc/{id}");
    }
}
