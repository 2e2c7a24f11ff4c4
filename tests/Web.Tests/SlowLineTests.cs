using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>A computer four times slower, a line of 1.5 Mbit/s. What it takes is written down, not judged.</summary>
[Collection(nameof(WebRun))]
public sealed class SlowLineTests(WebRun run)
{
    [Fact]
    public async Task The_board_comes_on_a_slow_computer_and_a_slow_line()
    {
        var patient = new Patient("Långsam Långström");
        await run.Api.Request(patient);
        var signedIn = await run.Open("bibbi.karlstad", "/board");
        var state = await signedIn.Context.StorageStateAsync();
        await BoardTests.Closed(signedIn);
        var page = await run.NewPage(new() { StorageState = state });
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = 40,
            ["downloadThroughput"] = 1.5e6 / 8,
            ["uploadThroughput"] = 1.5e6 / 8,
        });

        var clock = Stopwatch.StartNew();
        await page.GotoAsync(run.At("/board"), new() { WaitUntil = WaitUntilState.Commit });
        await Expect(BoardTests.Row(page, patient).GetByRole(AriaRole.Button)).ToBeEnabledAsync();

        await File.WriteAllTextAsync(
            Path.Combine(Places.Screens, "first-load.txt"),
            string.Create(CultureInfo.InvariantCulture,
                $"web_first_load: {clock.ElapsedMilliseconds} ms (until a row can be taken; CPU / 4, 1.5 Mbit/s)\n"));
        await BoardTests.Closed(page);
    }
}
