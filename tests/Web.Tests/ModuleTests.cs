using System.Diagnostics;
using NaraVard.Web.Tests.Running;

namespace NaraVard.Web.Tests;

public sealed class ModuleTests
{
    [Fact]
    public async Task What_can_be_decided_without_a_browser_is_right()
    {
        var start = new ProcessStartInfo("npm", ["test", "--silent"])
        {
            WorkingDirectory = Places.File("gateway/web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";

        using var tests = Process.Start(start)!;
        var errors = tests.StandardError.ReadToEndAsync();
        var output = await tests.StandardOutput.ReadToEndAsync();
        await tests.WaitForExitAsync();

        Assert.True(tests.ExitCode == 0, output + await errors);
    }
}
