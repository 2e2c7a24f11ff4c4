using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>A computer four times slower, a line of 1.5 Mbit/s. What it takes is written down, not judged.</summary>
[Collection(nameof(WebRun))]
public sealed class SlowTests(WebRun run)
{
    // Scrolls 3000 pixels a second for some seconds, and tells how long each frame took; then goes to the end.
    private const string Frames =
        """
        () => new Promise((done) => {
          const frames = [];
          let last = 0;
          const step = (at) => {
            if (last) frames.push(at - last);
            last = at;
            scrollBy(0, 50);
            if (frames.length < 200) return requestAnimationFrame(step);
            scrollTo(0, document.documentElement.scrollHeight);
            done(frames);
          };
          requestAnimationFrame(step);
        })
        """;

    [Fact]
    public async Task The_board_comes_on_a_slow_computer_and_a_slow_line()
    {
        var patient = new Patient("Långsam Långström");
        await run.Api.Request(patient);
        var signedIn = await run.Open("bibbi.karlstad", "/board");
        var state = await signedIn.Context.StorageStateAsync();
        await BoardTests.Closed(signedIn);
        var page = await run.NewPage(new() { StorageState = state });
        await SlowDown(page);

        var clock = Stopwatch.StartNew();
        await page.GotoAsync(run.At("/board"), new() { WaitUntil = WaitUntilState.Commit });
        await Expect(BoardTests.Row(page, patient).GetByRole(AriaRole.Button)).ToBeEnabledAsync();

        await Write("first_load", clock.ElapsedMilliseconds, "ms", "until a row can be taken; CPU / 4, 1.5 Mbit/s");
        await BoardTests.Closed(page);
    }

    [Fact]
    public async Task A_handoff_is_registered_on_a_slow_computer_and_a_slow_line()
    {
        var eva = await run.Open("eva.akuten", "/er");
        await Expect(BoardTests.Whole(eva)).ToBeVisibleAsync();
        await SlowDown(eva);

        var clock = Stopwatch.StartNew();
        var keys = await Registration.Typed(eva, "Selma Nilsson");

        await Write(
            "registration", clock.ElapsedMilliseconds, "ms", $"{keys} keys without a pause; CPU / 4, 1.5 Mbit/s");
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task Five_hundred_rows_are_scrolled_on_a_slow_computer_and_the_last_is_there()
    {
        var patients = Enumerable.Range(0, 500)
            .Select(i => new Patient($"Rad {i:000}") { PostalCode = "67131" }).ToList();
        await Parallel.ForEachAsync(
            patients, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) => await run.Api.Request(one));
        var arvid = await run.Open("arvid.arvika", "/board");
        await Expect(arvid.Locator(".row")).ToHaveCountAsync(500);
        await SlowDown(arvid);

        var frames = (await arvid.EvaluateAsync<double[]>(Frames)).Order().ToList();

        await Expect(arvid.Locator(".row").Last).ToBeInViewportAsync();
        await Write("scroll_frame_p95", frames[frames.Count * 95 / 100], "ms", "500 rows, 3000 pixels/s; CPU / 4");
        await Write("scroll_frame_max", frames[^1], "ms", "500 rows, 3000 pixels/s; CPU / 4");
        await Write(
            "scroll_dropped", 100.0 * frames.Count(frame => frame > 25) / frames.Count, "%",
            $"of {frames.Count} frames, of 16.7 ms each");
        await BoardTests.Closed(arvid);
    }

    private static async Task SlowDown(IPage page)
    {
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
    }

    private static Task Write(string name, double value, string unit, string what) => File.WriteAllTextAsync(
        Path.Combine(Places.Screens, $"web_{name}.txt"),
        string.Create(CultureInfo.InvariantCulture, $"web_{name}: {value:0.#} {unit} ({what})\n"));
}
