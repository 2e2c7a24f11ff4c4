using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>
/// Every screen and dialog in every mode: nothing for axe to find, nothing cut off or wider than the window, nothing
/// that moves, and a picture to look at.
/// </summary>
[Collection(nameof(WebRun))]
public sealed class ScreenTests(WebRun run) : IAsyncLifetime
{
    private const string Eda = "67320";
    private static readonly Patient Working = new("Gun-Britt Åkesson") { Colour = "YELLOW", Reason = "MOBILITY" };
    private static readonly Patient Hidden = new("Märta Söderström")
    {
        Colour = "BLUE",
        Protection = "SECRECY_MARKING",
        Reason = "NUTRITION",
    };

    private static Task? seeded;

    public Task InitializeAsync() => seeded ??= Seed();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("forced-colours")]
    [InlineData("narrow")]
    [InlineData("zoomed")]
    public async Task Is_accessible_and_fits(string name)
    {
        var mode = Mode.Named(name);
        var look = new Look(mode);
        await Task.WhenAll(Desk(mode, look), Er(mode, look), LateBoard(mode, look));

        Assert.Empty(look.Faults);
    }

    [Fact]
    public async Task What_is_wrong_is_found()
    {
        var look = new Look(Mode.Light);
        var bibbi = await run.Open("bibbi.karlstad", "/board", options: Mode.Light.Options());
        await Expect(BoardTests.Whole(bibbi)).ToBeVisibleAsync();
        // One fault of each kind; scripts may set styles where markup may not.
        await bibbi.EvaluateAsync(
            """
            () => {
              const add = (name, text, style) =>
                Object.assign(document.querySelector('main').appendChild(document.createElement(name)).style, style)
                && (document.querySelector('main').lastChild.textContent = text);
              add('p', 'Blekt', { color: '#bbb' });
              add('p', 'Utanför', { position: 'absolute', left: '-20px' });
              add('p', 'Brett', { width: '3000px' });
              add('p', 'Rörligt', { animation: 'came 9s' });
              add('button', '', {});
              for (const text of ['a', 'b'])
                add('button', text, { width: '9px', height: '9px', minHeight: 0, padding: 0, fontSize: '6px' });
            }
            """);

        await look.At(bibbi, "wrong", bibbi.GetByText("Blekt"));

        foreach (var kind in new[] { "color-contrast", "target-size", "button-name", "cut off", "too wide", "moves" })
            Assert.Contains(look.Faults, fault => fault.Contains(kind, StringComparison.Ordinal));
        await BoardTests.Closed(bibbi);
    }

    private async Task Desk(Mode mode, Look look)
    {
        var bibbi = await run.Open("bibbi.karlstad", "/board", options: mode.Options());
        await look.At(bibbi, "board", BoardTests.Whole(bibbi));
        await Press(bibbi, "?", "keys", "Tangenter");
        await Press(bibbi, "Control+k", "palette", "Vad vill du göra?");
        await Open(bibbi, $"/handoffs/{Working.Id}");
        await look.At(bibbi, "handoff", bibbi.GetByText("Händelser"));
        await Press(bibbi, "l", "look-up", "Får jag läsa andras uppgifter?");
        await Press(bibbi, "f", "forward", "Skicka vidare", async () =>
        {
            await Expect(bibbi.GetByLabel("Sök kommun")).ToBeFocusedAsync();
            await bibbi.Keyboard.TypeAsync("ham");
            await bibbi.GetByRole(AriaRole.Button, new() { Name = "Hammarö", Exact = true }).ClickAsync();
            await Expect(bibbi.GetByText("Följer med")).ToBeVisibleAsync();
        });
        await bibbi.Keyboard.PressAsync("s");
        foreach (var (kind, screen) in new[]
        {
            ("Förebyggande insats", "answer-catalogue"), ("Hänvisad till annan", "answer-referral"),
            ("Insats vid hemkomst", "answer"),
        })
        {
            await bibbi.GetByLabel(kind).CheckAsync();
            await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka svaret" }).ClickAsync();
            await look.At(bibbi, screen, bibbi.GetByRole(AriaRole.Alert));
        }

        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Avbryt" }).ClickAsync();
        await Open(bibbi, $"/handoffs/{Hidden.Id}");
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Visa numret" }).ClickAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Visa numret" }).ClickAsync();
        await look.At(bibbi, "reveal", bibbi.Locator(".fault"));
        await Open(bibbi, "/shift");
        await look.At(bibbi, "shift", bibbi.Locator(".chart"));
        await Open(bibbi, "/wall");
        await look.At(bibbi, "wall", bibbi.GetByRole(AriaRole.Cell).First);
        await BoardTests.Closed(bibbi);

        async Task Press(IPage page, string key, string screen, string dialog, Func<Task>? inIt = null)
        {
            await page.Keyboard.PressAsync(key);
            var there = page.GetByRole(AriaRole.Dialog, new() { Name = dialog });
            await Expect(there).ToBeVisibleAsync();
            await (inIt?.Invoke() ?? Task.CompletedTask);
            await look.At(page, screen, there);
            await page.Keyboard.PressAsync("Escape");
            await Expect(there).ToHaveCountAsync(0);
        }
    }

    private async Task Er(Mode mode, Look look)
    {
        var eva = await run.Open("eva.akuten", "/er", options: mode.Options());
        await look.At(eva, "er", eva.Locator(".row").First);
        await Open(eva, "/er/new");
        await look.At(eva, "er-new", eva.GetByText("Vad behövs hjälp med?"));
        await eva.GetByText("Mer: skydd").ClickAsync();
        await eva.GetByLabel("Personnummer").FillAsync("193006129020");
        await eva.GetByRole(AriaRole.Radio, new() { Name = "Röd" }).CheckAsync();
        await eva.GetByText("Personen säger ja").ClickAsync();
        await eva.GetByRole(AriaRole.Button, new() { Name = "Skicka till" }).ClickAsync();
        await look.At(eva, "er-new-faults", eva.GetByRole(AriaRole.Alert));
        await BoardTests.Closed(eva);
    }

    private async Task LateBoard(Mode mode, Look look)
    {
        var edith = await run.Open("edith.eda", "/board", options: mode.Options());
        await Expect(edith.GetByText("Försenad").First).ToBeVisibleAsync();
        foreach (var word in new[] { "Snart för länge", "För länge", "Går snart", "Gick utan att bli bedömd" })
            await Expect(edith.GetByText(word, new() { Exact = true }).First).ToBeVisibleAsync();
        await look.At(edith, "late", BoardTests.Whole(edith));
        await edith.GetByRole(AriaRole.Button, new() { Name = "Sett" }).ClickAsync();
        await edith.GetByRole(AriaRole.Button, new() { Name = "Blå", Exact = true }).ClickAsync();
        await look.At(edith, "nothing", edith.GetByText("Inget här passar urvalet"));
        await BoardTests.Closed(edith);
    }

    private async Task Open(IPage page, string path)
    {
        await page.GotoAsync(run.At(path));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    private async Task Seed()
    {
        Patient[] waiting =
        [
            new("Selma Nilsson"), new("Arne Öberg") { Colour = "ORANGE", Reason = "CONFUSION", LeavesInMinutes = 20 },
            Hidden,
        ];
        foreach (var patient in waiting.Append(Working))
            await run.Api.Request(patient);
        await run.Api.Acknowledge(Working);
        await run.Api.Start(Working);
        await Answered(new("Sven Ekdahl"), new { kind = "OUTCOME_KIND_ADVISORY_TALK" });
        await Answered(new("Elsa Rosén"), new { kind = "OUTCOME_KIND_INFORMATION" });
        await Answered(new("Folke Lindqvist"), new { kind = "OUTCOME_KIND_ADVISORY_TALK" });
        await Late();
    }

    /// <summary>A board on which every time has got somewhere.</summary>
    private async Task Late()
    {
        Patient soon = new("Gösta Berg") { PostalCode = Eda }, overdue = new("Ingrid Holm") { PostalCode = Eda };
        Patient taken = new("Karl-Erik Sand") { PostalCode = Eda, Colour = "YELLOW" };
        Patient left = new("Astrid Moberg") { PostalCode = Eda };
        Patient leaves = new("Rune Dahl") { PostalCode = Eda, Colour = "ORANGE", LeavesInMinutes = 20 };
        foreach (var patient in new[] { soon, overdue, taken, left, leaves })
            await run.Api.Request(patient);
        await run.Api.Acknowledge(taken, "edith.eda");
        await run.Api.Left(left);
        await run.Deployment.MadeOlder(soon, 12);
        await run.Deployment.MadeOlder(overdue, 48, isDue: true);
        await run.Deployment.MadeOlder(taken, 70);
    }

    private async Task Answered(Patient patient, object outcome)
    {
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        await run.Api.Answer(patient, outcome);
    }
}
