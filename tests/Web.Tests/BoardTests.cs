using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

[Collection(nameof(WebRun))]
public sealed class BoardTests(WebRun run)
{
    [Fact]
    public async Task A_request_in_one_browser_appears_in_the_other_and_its_answer_comes_back()
    {
        var bibbi = await run.Open("bibbi.karlstad", "/board");
        var eva = await run.Open("eva.akuten", "/er");
        var patient = new Patient("Tora Tvillingsson") { Label = "Rum 17" };

        await run.Api.Request(patient);
        await Expect(Row(bibbi, patient)).ToContainTextAsync("Ingen har tagit den");
        await Expect(Row(bibbi, patient)).ToContainTextAsync("Grön");
        await Expect(bibbi).ToHaveTitleAsync(new Regex(@"^\(\d+\) "));
        await Row(bibbi, patient).GetByRole(AriaRole.Button, new() { Name = "Ta" }).ClickAsync();

        await Expect(Row(bibbi, patient)).ToContainTextAsync("Bibbi Högman");
        await Expect(Row(eva, patient)).ToContainTextAsync("Kommunen har tagit den");
        await Closed(bibbi, eva);
    }

    [Fact]
    public async Task All_tabs_of_a_browser_share_one_stream()
    {
        var first = await run.Open("bibbi.karlstad", "/board");
        var patient = new Patient("Flik Flikman");
        await run.Api.Request(patient);
        var tabs = new List<IPage> { first };
        for (var i = 0; i < 7; i++)
            tabs.Add(await first.Context.NewPageAsync());

        // More than the six connections that a browser has to one address.
        foreach (var tab in tabs)
            await tab.GotoAsync(run.At("/board"));

        foreach (var tab in tabs)
            await Expect(Row(tab, patient)).ToBeVisibleAsync();
        await Closed(first);
    }

    [Fact]
    public async Task An_open_board_says_that_the_gateway_is_gone_and_catches_up_by_itself()
    {
        var look = new Look(Mode.Light);
        var bibbi = await run.Open("bibbi.karlstad", "/board", options: Mode.Light.Options());
        var (before, meanwhile) = (new Patient("Fore Omstart"), new Patient("Under Omstart"));
        await run.Api.Request(before);
        await Expect(Row(bibbi, before)).ToBeVisibleAsync();

        await run.Deployment.StopGateway();
        await look.At(bibbi, "greyed", bibbi.GetByText("Kontakten är bruten"));
        await Expect(bibbi.Locator(".age")).ToContainTextAsync(new Regex(@"är \d+ min gammalt"));
        await bibbi.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await look.At(bibbi, "greyed-dark", bibbi.GetByText("Kontakten är bruten"));
        await Expect(bibbi.Locator(".old")).ToContainTextAsync(before.Name);
        await run.Api.Request(meanwhile);
        await run.Deployment.StartGateway();

        await Expect(Row(bibbi, meanwhile)).ToBeVisibleAsync();
        await Expect(bibbi.GetByText("Kontakten är bruten")).ToHaveCountAsync(0);
        await Expect(bibbi.Locator(".old")).ToHaveCountAsync(0);
        Assert.Empty(look.Faults);
        await Closed(bibbi);
    }

    [Fact]
    public async Task Another_kommun_sees_nothing_and_is_told_the_same_as_of_what_is_not_there()
    {
        var patient = new Patient("Gräns Gränsdotter");
        await run.Api.Request(patient);
        var kerstin = await run.Open("kerstin.kil", $"/handoffs/{patient.Id}");

        var theirs = await Told(kerstin, patient.Id);
        var nobodys = await Told(kerstin, Guid.CreateVersion7());
        await kerstin.GotoAsync(run.At("/board"));

        Assert.Equal(nobodys, theirs);
        await Expect(kerstin.GetByText("Ingen väntar just nu")).ToBeVisibleAsync();
        await Expect(kerstin.GetByText(patient.Name)).ToHaveCountAsync(0);
        await Closed(kerstin);
    }

    [Fact]
    public async Task Filters_are_the_address_and_come_back_with_it()
    {
        var (orange, blue) = (new Patient("Urval Ettsson") { Colour = "ORANGE" }, new Patient("Urval Tvåsson")
        {
            Colour = "BLUE",
        });
        await run.Api.Request(orange);
        await run.Api.Request(blue);
        var bibbi = await run.Open("bibbi.karlstad", "/board");

        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Orange", Exact = true }).ClickAsync();
        await bibbi.GetByLabel("Ordning").SelectOptionAsync("Färg, sedan längst väntan");
        await Expect(Row(bibbi, blue)).ToHaveCountAsync(0);
        var address = run.At("/board?farg=orange&ordning=behov");
        await Expect(bibbi).ToHaveURLAsync(address);
        await Row(bibbi, orange).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(bibbi.GetByRole(AriaRole.Heading, new() { Name = orange.Name })).ToBeVisibleAsync();
        await bibbi.GoBackAsync();
        await Row(bibbi, orange).GetByRole(AriaRole.Link).ClickAsync();
        await bibbi.GetByRole(AriaRole.Link, new() { Name = "‹ Tavlan" }).ClickAsync();
        await bibbi.ReloadAsync();

        await Expect(bibbi).ToHaveURLAsync(address);
        await Expect(Row(bibbi, orange)).ToBeVisibleAsync();
        await Expect(Row(bibbi, blue)).ToHaveCountAsync(0);
        await Expect(bibbi.GetByLabel("Ordning")).ToHaveValueAsync("behov");
        await Closed(bibbi);
    }

    [Fact]
    public async Task Whoever_left_unseen_stays_in_sight_until_somebody_has_seen_it()
    {
        var patient = new Patient("Gången Osedd") { PostalCode = "66130" };
        await run.Api.Request(patient);
        var siv = await run.Open("siv.saffle", "/board");
        await Expect(Row(siv, patient)).ToContainTextAsync("Väntar");

        await run.Api.Left(patient);
        await Expect(Row(siv, patient)).ToContainTextAsync("Gick utan att bli bedömd");
        await siv.ReloadAsync();
        await Expect(Row(siv, patient)).ToContainTextAsync("Gick utan att bli bedömd");
        await Row(siv, patient).GetByRole(AriaRole.Button, new() { Name = "Sett" }).ClickAsync();
        await Expect(Row(siv, patient)).ToHaveCountAsync(0);
        await siv.GetByRole(AriaRole.Button, new() { Name = "Klara" }).ClickAsync();

        await Expect(Row(siv, patient)).ToContainTextAsync("Gick utan att bli bedömd");
        await Closed(siv);
    }

    [Fact]
    public async Task The_wall_shows_neither_who_nor_a_word_that_somebody_wrote()
    {
        var patient = new Patient("Vägg Väggström") { Colour = "ORANGE" };
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        var bibbi = await run.Open("bibbi.karlstad", "/wall");
        await Expect(bibbi.GetByRole(AriaRole.Cell, new() { Name = "Orange" }).First).ToBeVisibleAsync();

        var page = await bibbi.ContentAsync();

        foreach (var secret in new[] { patient.Name, patient.Number, patient.Summary, patient.NextOfKin, "Klarström" })
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        await Closed(bibbi);
    }

    /// <summary>Says when the list was complete; is there once it is.</summary>
    internal static ILocator Whole(IPage page) => page.Locator(".fresh time");

    internal static ILocator Row(IPage page, Patient patient) => page.Locator($"[data-id='{patient.Id}']");

    internal static async Task Closed(params IPage[] pages)
    {
        foreach (var page in pages)
            await page.Context.CloseAsync();
    }

    /// <summary>What the page says at an address, and what the API answers, but for the request's own id.</summary>
    private async Task<string> Told(IPage page, Guid id)
    {
        await page.GotoAsync(run.At($"/handoffs/{id}"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Finns inte" })).ToBeVisibleAsync();
        var answer = await page.EvaluateAsync<string>(
            """
            async (id) => {
              const answer = await fetch(`/handoff/v1/handoffs/${id}`);
              return `${answer.status} ${await answer.text()}`.replace(/urn:naravard:request:\w+/, '');
            }
            """,
            id.ToString());
        return $"{answer}\n{await page.Locator("main").InnerTextAsync()}";
    }
}
