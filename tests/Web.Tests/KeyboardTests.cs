using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>The whole way of a handoff without a mouse.</summary>
[Collection(nameof(WebRun))]
public sealed class KeyboardTests(WebRun run)
{
    private const string Name = "Tangent Tangentsson";

    // Holds back what waits for a frame or a time until `now()`, which is over when all of it has been done.
    private const string Later =
        """
        () => {
          const { requestAnimationFrame: frame, setTimeout: timer } = window;
          const held = [];
          window.requestAnimationFrame = window.setTimeout = (act) => -held.push(act);
          window.now = async () => {
            while (held.length) {
              held.shift()();
              await new Promise((done) => timer(done));
            }
            Object.assign(window, { requestAnimationFrame: frame, setTimeout: timer });
          };
        }
        """;

    [Fact]
    public async Task A_handoff_goes_all_the_way_by_keyboard_alone()
    {
        var eva = await run.Open("eva.akuten", "/er");
        var bibbi = await run.Open("bibbi.karlstad", "/board?visa=vantar&ordning=nyast");
        await Expect(BoardTests.Whole(bibbi)).ToBeVisibleAsync();

        await Registration.Typed(eva, Name);
        var id = await bibbi.Locator(".row", new() { HasText = Name }).GetAttributeAsync("data-id");
        await TakeAndAnswer(bibbi);

        var row = eva.Locator($"[data-id='{id}']");
        await Expect(row).ToContainTextAsync("Insats vid hemkomst");
        await Expect(row).ToContainTextAsync("0980-319211");
        await Expect(row).Not.ToContainTextAsync("Hemtjänst kväll");
        await BoardTests.Closed(eva, bibbi);
    }

    /// <summary>Half a minute for an average typist: the reckoning is in docs/registration-time.md.</summary>
    [Fact]
    public async Task Registering_takes_few_keys()
    {
        var eva = await run.Open("eva.akuten", "/er");

        var typed = await Registration.Typed(eva, "Selma Nilsson");
        var pasted = await Registration.Pasted(eva, "Arne Nilsson");

        Assert.InRange(typed, 1, 67);
        Assert.InRange(pasted, 1, 38);
        await BoardTests.Closed(eva);
    }

    /// <summary>On a slow page what is done after painting comes when somebody is already typing elsewhere.</summary>
    [Fact]
    public async Task Nothing_takes_the_focus_from_who_has_gone_on()
    {
        var eva = await run.Open("eva.akuten", "/er", anew: true);
        await Expect(eva.GetByRole(AriaRole.Heading, new() { Name = "Skickade från oss" })).ToBeVisibleAsync();
        await eva.EvaluateAsync(Later);

        await eva.Keyboard.PressAsync("n");
        await Expect(eva.GetByLabel("Personnummer")).ToBeFocusedAsync();
        await eva.Keyboard.PressAsync("Tab");
        await eva.EvaluateAsync("() => window.now()");
        await eva.Keyboard.TypeAsync("Selma Nilsson");

        await Expect(eva.GetByLabel("Namn")).ToHaveValueAsync("Selma Nilsson");
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task Keys_are_listed_can_be_searched_and_can_be_turned_off()
    {
        var bibbi = await run.Open("bibbi.karlstad", "/board", anew: true);
        await Expect(BoardTests.Whole(bibbi)).ToBeVisibleAsync();
        await bibbi.Keyboard.PressAsync("Control+k");
        await bibbi.Keyboard.TypeAsync("efter pass");
        await bibbi.Keyboard.PressAsync("Enter");
        await Expect(bibbi).ToHaveURLAsync(new Regex("/shift$"));

        await bibbi.Keyboard.PressAsync("?");
        var help = bibbi.GetByRole(AriaRole.Dialog, new() { Name = "Tangenter" });
        await Expect(help).ToContainTextAsync("Gå till Tavlan");
        await help.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await bibbi.Keyboard.PressAsync("Escape");
        await Expect(help).ToHaveCountAsync(0);
        await bibbi.Keyboard.PressAsync("?");
        await bibbi.Keyboard.PressAsync("Control+k");

        await Expect(bibbi.GetByRole(AriaRole.Dialog, new() { Name = "Vad vill du göra?" })).ToBeVisibleAsync();
        await Expect(help).ToHaveCountAsync(0);
        await BoardTests.Closed(bibbi);
    }

    private static async Task TakeAndAnswer(IPage bibbi)
    {
        var keys = bibbi.Keyboard;
        var row = bibbi.Locator(".row", new() { HasText = Name });
        await Expect(row).ToBeVisibleAsync();
        // The newest is the first row.
        await keys.PressAsync("j");
        await Expect(row.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(bibbi.GetByRole(AriaRole.Heading, new() { Name = Name })).ToBeFocusedAsync();
        await keys.PressAsync("t");
        await Expect(bibbi.GetByRole(AriaRole.Button, new() { Name = "Påbörja utan utredning" })).ToBeVisibleAsync();
        await keys.PressAsync("p");
        await Expect(bibbi.GetByRole(AriaRole.Button, new() { Name = "Påbörja" })).ToHaveCountAsync(0);
        await keys.PressAsync("s");
        await Expect(bibbi.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await Next(bibbi, "Hemtjänst kväll");
        await Tab(bibbi, 1);
        await keys.PressAsync("ArrowDown");
        await Next(bibbi, "1800");
        await Next(bibbi, "Hemtjänsten");
        await Next(bibbi, "0980-319211");
        await keys.PressAsync("Enter");
        await Expect(bibbi.GetByRole(AriaRole.Button, new() { Name = "Avsluta" })).ToBeVisibleAsync();
        await keys.PressAsync("a");
        await Expect(bibbi.GetByText("Avslutad: klar")).ToBeVisibleAsync();
    }

    private static async Task Next(IPage page, string text)
    {
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task Tab(IPage page, int times)
    {
        for (var i = 0; i < times; i++)
            await page.Keyboard.PressAsync("Tab");
    }
}
