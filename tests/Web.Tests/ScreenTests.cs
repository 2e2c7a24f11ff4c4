using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>Every screen: nothing for axe to find, nothing wider than the window, and a picture to look at.</summary>
[Collection(nameof(WebRun))]
public sealed class ScreenTests(WebRun run) : IAsyncLifetime
{
    private static readonly Patient Working = new("Gun-Britt Åkesson") { Colour = "YELLOW", Reason = "MOBILITY" };
    private static bool isSeeded;

    public async Task InitializeAsync()
    {
        if (isSeeded)
            return;
        isSeeded = true;
        Patient[] waiting =
        [
            new("Selma Nilsson"), new("Arne Öberg") { Colour = "ORANGE", Reason = "CONFUSION", LeavesInMinutes = 20 },
            new("Märta Söderström") { Colour = "BLUE", Protection = "SECRECY_MARKING", Reason = "NUTRITION" },
        ];
        foreach (var patient in waiting.Append(Working))
            await run.Api.Request(patient);
        await run.Api.Acknowledge(Working);
        await run.Api.Start(Working);
        await Answered(new("Sven Ekdahl"), new { kind = "OUTCOME_KIND_ADVISORY_TALK" });
        await Answered(new("Elsa Rosén"), new { kind = "OUTCOME_KIND_INFORMATION" });
        await Answered(new("Folke Lindqvist"), new { kind = "OUTCOME_KIND_ADVISORY_TALK" });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task Is_accessible_and_fits(ColorScheme scheme, int width)
    {
        var options = () => new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 800 },
        };
        var breaches = new List<string>();
        var bibbi = await run.Open("bibbi.karlstad", "/board", options: options());
        var eva = await run.Open("eva.akuten", "/er", options: options());
        var name = $"{scheme}-{width}".ToLowerInvariant();

        await Look(bibbi, "board", BoardTests.Whole(bibbi));
        await Press(bibbi, "?", "keys", "Tangenter");
        await Press(bibbi, "Control+k", "palette", "Vad vill du göra?");
        await Go(bibbi, $"/handoffs/{Working.Id}", "handoff", bibbi.GetByText("Händelser"));
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Svara" }).ClickAsync();
        await bibbi.GetByLabel("Insats vid hemkomst").CheckAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka svaret" }).ClickAsync();
        await Look(bibbi, "answer", bibbi.GetByText("Fältet måste fyllas i").First);
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Avbryt" }).ClickAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka vidare" }).ClickAsync();
        await Expect(bibbi.GetByLabel("Sök kommun")).ToBeFocusedAsync();
        await bibbi.Keyboard.TypeAsync("ham");
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Hammarö", Exact = true }).ClickAsync();
        await Look(bibbi, "forward", bibbi.GetByText("Följer med"));
        await Go(bibbi, "/shift", "shift", bibbi.Locator(".chart"));
        await Go(bibbi, "/wall", "wall", bibbi.GetByRole(AriaRole.Cell).First);
        await Look(eva, "er", eva.Locator(".row").First);
        await Go(eva, "/er/new", "er-new", eva.GetByText("Vad behövs hjälp med?"));

        Assert.Empty(breaches);
        await BoardTests.Closed(bibbi, eva);

        async Task Go(IPage page, string path, string screen, ILocator there)
        {
            await page.GotoAsync(run.At(path));
            await Look(page, screen, there);
        }

        async Task Press(IPage page, string key, string screen, string dialog)
        {
            await page.Keyboard.PressAsync(key);
            await Look(page, screen, page.GetByRole(AriaRole.Dialog, new() { Name = dialog }));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        async Task Look(IPage page, string screen, ILocator there)
        {
            await Expect(there).ToBeVisibleAsync();
            breaches.AddRange((await Axe.Breaches(page)).Select(breach => $"{screen}: {breach}"));
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (over > 0)
                breaches.Add($"{screen}: {over} pixels wider than {width}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screens, $"{screen}-{name}.png") });
        }
    }

    private async Task Answered(Patient patient, object outcome)
    {
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        await run.Api.Answer(patient, outcome);
    }
}
