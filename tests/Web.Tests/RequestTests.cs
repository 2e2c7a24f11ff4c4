using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>What the ER's form says while it is filled in.</summary>
[Collection(nameof(WebRun))]
public sealed class RequestTests(WebRun run)
{
    [Fact]
    public async Task The_number_is_checked_while_it_is_typed_and_the_kommun_proposed_by_the_postal_code()
    {
        var eva = await run.Open("eva.akuten", "/er/new");

        await eva.GetByLabel("Personnummer").FillAsync("193006129020");
        await Expect(eva.GetByText("Kontrollsiffran stämmer inte")).ToBeVisibleAsync();
        await eva.GetByLabel("Personnummer").FillAsync("193006129021");
        await Expect(eva.GetByText(new Regex("✓ personnummer, \\d+ år"))).ToBeVisibleAsync();
        await eva.GetByLabel("Postnummer hemma").FillAsync("663 31");

        await Expect(eva.GetByText("Går till Hammarö")).ToBeVisibleAsync();
        await Expect(eva.GetByRole(AriaRole.Button, new() { Name = "Skicka till Hammarö" })).ToBeVisibleAsync();
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task The_kommun_is_asked_for_where_nothing_tells_it()
    {
        var eva = await run.Open("eva.akuten", "/er/new");
        var kommun = eva.GetByLabel("Kommun", new() { Exact = true });
        await Expect(eva.GetByLabel("Postnummer hemma")).ToBeVisibleAsync();
        await Expect(kommun).ToHaveCountAsync(0);

        await eva.GetByLabel("Postnummer hemma").FillAsync("10000");
        await kommun.SelectOptionAsync("Kil");

        await Expect(eva.GetByRole(AriaRole.Button, new() { Name = "Skicka till Kil" })).ToBeVisibleAsync();
        await Expect(kommun).ToBeVisibleAsync();
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task The_kommun_is_not_asked_for_before_it_is_known_whether_the_postal_code_tells_it()
    {
        var eva = await run.Open("eva.akuten", "/er");
        var known = new TaskCompletionSource();
        await eva.RouteAsync(new Regex("/assets/.*postal"), async route =>
        {
            await known.Task;
            await route.ContinueAsync();
        });
        await eva.GetByRole(AriaRole.Link, new() { Name = "Ny överlämning" }).First.ClickAsync();

        await eva.GetByLabel("Postnummer hemma").FillAsync("66331");
        await eva.Keyboard.PressAsync("Tab");
        await Expect(eva.GetByLabel("Fall", new() { Exact = true })).ToBeFocusedAsync();
        known.SetResult();

        await Expect(eva.GetByText("Går till Hammarö")).ToBeVisibleAsync();
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task Says_by_the_regions_rule_whether_to_ask_and_where_to_turn_otherwise()
    {
        var eva = await run.Open("eva.akuten", "/er/new");
        var rule = eva.Locator(".candidate");

        await eva.GetByLabel("Personnummer").FillAsync("193006129021");
        await eva.GetByLabel("Mat och dryck").CheckAsync();
        await eva.GetByLabel("Gul").CheckAsync();
        await eva.GetByLabel("Nej", new() { Exact = true }).CheckAsync();
        await Expect(rule).ToContainTextAsync("Utanför regionens regel");
        await Expect(rule).ToContainTextAsync("Bor ensam, eller fall eller förvirring.");
        await eva.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await Expect(rule).ToContainTextAsync("Regionens regel: fråga personen");
        await eva.GetByLabel("Röd").CheckAsync();
        await Expect(rule).ToContainTextAsync("Röd behöver akut vård");
        await eva.GetByLabel("Gul").CheckAsync();
        await eva.GetByLabel("Personnummer").FillAsync("202312282391");

        await Expect(rule).ToContainTextAsync("orosanmälan");
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task A_line_from_another_system_fills_in_who_it_is()
    {
        var eva = await run.Open("eva.akuten", "/er");

        await Registration.Pasted(eva, "Inklistrad Klistersson");
        var bibbi = await run.Open("bibbi.karlstad", "/board?visa=vantar");

        await Expect(bibbi.Locator(".row", new() { HasText = "Inklistrad Klistersson" })).ToBeVisibleAsync();
        await BoardTests.Closed(eva, bibbi);
    }
}
