using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>Whoever uses the Tab key sees where they are (WCAG 2.4.7, 2.4.11), in a small window too.</summary>
[Collection(nameof(WebRun))]
public sealed class FocusTests(WebRun run)
{
    private const int StopsMax = 150;

    // What has the focus, and what is wrong with it; null when it is back at the beginning.
    private const string Focused =
        """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return null;
          const shown = [one, one.closest('label')].filter(Boolean);
          const isMarked = shown.some((it) => {
            const style = getComputedStyle(it);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          });
          const box = one.getBoundingClientRect();
          const [right, bottom] = [box.right - 2, box.bottom - 2];
          const middle = [box.left + box.width / 2, box.top + box.height / 2];
          const points = [[box.left + 2, box.top + 2], [right, bottom], middle];
          const isSeen = points.some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && (one.contains(top) || shown.some((it) => it.contains(top)));
          });
          const name = `${one.localName} ${one.textContent.trim().slice(0, 30) || one.name || ''}`;
          return `${name}${isMarked ? '' : ' IS NOT MARKED'}${isSeen ? '' : ' IS COVERED'}`;
        }
        """;

    [Fact]
    public async Task Is_marked_and_never_covered()
    {
        var patient = new Patient("Fokus Fokusson");
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        var options = Mode.Named("zoomed").Options();
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}", options: options);
        var eva = await run.Open("eva.akuten", "/er/new", options: Mode.Named("zoomed").Options());

        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Svara" }).ClickAsync();
        await bibbi.GetByLabel("Insats vid hemkomst").CheckAsync();
        var stops = await Stops(bibbi);
        await eva.GetByText("Mer: skydd").ClickAsync();
        stops = [.. stops, .. await Stops(eva)];

        Assert.InRange(stops.Count, 40, StopsMax);
        Assert.DoesNotContain(stops, stop => stop.Contains(" IS ", StringComparison.Ordinal));
        await BoardTests.Closed(bibbi, eva);
    }

    [Fact]
    public async Task Is_not_covered_by_what_waits_to_be_sent()
    {
        var patients = Enumerable.Range(0, 9).Select(i => new Patient($"Bricka {i}") { PostalCode = "68631" }).ToList();
        foreach (var patient in patients)
            await run.Api.Request(patient);
        var sune = await run.Open("sune.sunne", "/board", options: Mode.Named("zoomed").Options());
        await Expect(sune.Locator(".row")).ToHaveCountAsync(patients.Count);

        await sune.Context.SetOfflineAsync(true);
        for (var i = 0; i < 3; i++)
        {
            await sune.GetByRole(AriaRole.Button, new() { Name = "Ta överlämningen" }).First.ClickAsync();
            await Expect(sune.Locator(".tray li")).ToHaveCountAsync(i + 1);
        }

        var stops = await Stops(sune);

        Assert.InRange(stops.Count, 20, StopsMax);
        Assert.DoesNotContain(stops, stop => stop.Contains(" IS ", StringComparison.Ordinal));
        await sune.Context.SetOfflineAsync(false);
        await Expect(sune.Locator(".tray")).ToHaveCountAsync(0);
        await BoardTests.Closed(sune);
    }

    /// <summary>Every stop of the Tab key, from the first of the page.</summary>
    private static async Task<IReadOnlyList<string>> Stops(IPage page)
    {
        await page.Locator(".skip").FocusAsync();
        var stops = new List<string>();
        while (stops.Count < StopsMax)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string?>(Focused);
            if (stop is null)
                break;
            stops.Add(stop);
        }

        return stops;
    }
}
