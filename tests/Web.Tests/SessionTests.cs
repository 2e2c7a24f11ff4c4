using Microsoft.Playwright;
using NaraVard.Testing;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

[Collection(nameof(WebRun))]
public sealed class SessionTests(WebRun run)
{
    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_form_costs_no_text()
    {
        var (patient, look) = (new Patient("Utgången Utsson"), new Look(Mode.Light));
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}", anew: true);
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Svara" }).ClickAsync();
        await bibbi.GetByLabel("Hänvisad till annan").CheckAsync();
        await bibbi.GetByLabel("Hänvisad till", new() { Exact = true }).FillAsync("Vårdcentralen Gripen");

        await run.EndSessions();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka svaret" }).ClickAsync();
        await look.At(bibbi, "ended", bibbi.GetByRole(AriaRole.Dialog, new() { Name = "Du är utloggad" }));
        await Expect(bibbi.Locator("main")).ToHaveCSSAsync("visibility", "hidden");
        await bibbi.GetByRole(AriaRole.Link, new() { Name = "Logga in igen" }).ClickAsync();
        var whom = bibbi.GetByLabel("Hänvisad till", new() { Exact = true });
        // Whether one is asked again is for the sign-in service to say.
        await Expect(bibbi.Locator("#username").Or(whom)).ToBeVisibleAsync();
        if (await bibbi.Locator("#username").IsVisibleAsync())
            await WebRun.SignIn(bibbi, "bibbi.karlstad");

        await Expect(bibbi).ToHaveURLAsync(run.At($"/handoffs/{patient.Id}"));
        await Expect(whom).ToHaveValueAsync("Vårdcentralen Gripen");
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka svaret" }).ClickAsync();
        await Expect(bibbi.GetByRole(AriaRole.Button, new() { Name = "Avsluta" })).ToBeVisibleAsync();
        Assert.Empty(look.Faults);
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task Whoever_is_idle_is_warned_and_can_stay()
    {
        var look = new Look(Mode.Light);
        var bibbi = await run.Open("bibbi.karlstad", "/board", anew: true);
        await Expect(BoardTests.Whole(bibbi)).ToBeVisibleAsync();
        var warning = bibbi.GetByRole(AriaRole.Dialog, new() { Name = "Är du kvar?" });

        await Soon.Holds("there is a warning", async () =>
        {
            await run.Deployment.Idle(secondsLeft: 100);
            // As when somebody looks at the page again.
            await bibbi.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
            return await warning.IsVisibleAsync();
        });
        await look.At(bibbi, "idle", warning);
        await warning.GetByRole(AriaRole.Button, new() { Name = "Fortsätt" }).ClickAsync();
        await Expect(warning).ToHaveCountAsync(0);

        var minutesLeft = await bibbi.EvaluateAsync<double>(
            "async () => (Date.parse((await (await fetch('/session')).json()).idleUntil) - Date.now()) / 60000");
        Assert.InRange(minutesLeft, 20, 31);
        Assert.Empty(look.Faults);
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task Whoever_signs_in_after_another_sees_nothing_that_was_typed()
    {
        var eva = await run.Open("eva.akuten", "/er/new", anew: true);
        await eva.GetByLabel("Namn", new() { Exact = true }).FillAsync("Kvarglömd Kvarsson");
        await eva.ReloadAsync();
        await Expect(eva.GetByLabel("Namn", new() { Exact = true })).ToHaveValueAsync("Kvarglömd Kvarsson");

        await eva.GetByText("Eva Sandgren").ClickAsync();
        await eva.GetByRole(AriaRole.Link, new() { Name = "Byt användare" }).ClickAsync();
        await WebRun.SignIn(eva, "erik.akuten");
        await Expect(eva.GetByText("Erik Norling")).ToBeVisibleAsync();

        await Expect(eva.GetByLabel("Namn", new() { Exact = true })).ToHaveValueAsync("");
        Assert.DoesNotContain(
            "Kvarsson", await eva.EvaluateAsync<string>("JSON.stringify({...sessionStorage, ...localStorage})"),
            StringComparison.Ordinal);
        await BoardTests.Closed(eva);
    }

    [Fact]
    public async Task Whoever_signs_out_leaves_nothing_on_the_page_on_the_way_out()
    {
        var bibbi = await run.Open("bibbi.karlstad", "/board", anew: true);
        await bibbi.AddInitScriptAsync(
            "addEventListener('pagehide', () => sessionStorage.setItem('shown', document.body.innerText))");
        await bibbi.ReloadAsync();
        await Expect(BoardTests.Whole(bibbi)).ToBeVisibleAsync();

        await bibbi.GetByText("Bibbi Högman").First.ClickAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await Expect(bibbi).ToHaveURLAsync(run.At("/"));
        var shown = await bibbi.EvaluateAsync<string>("sessionStorage.getItem('shown')");

        Assert.Contains("Logga in", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Bibbi Högman", shown, StringComparison.Ordinal);
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task Nobody_is_signed_in_after_signing_out()
    {
        var bibbi = await run.Open("bibbi.karlstad", "/board", anew: true);
        await Expect(BoardTests.Whole(bibbi)).ToBeVisibleAsync();
        var signIn = bibbi.GetByRole(AriaRole.Link, new() { NameRegex = new("Logga in") });
        // The live list may hear that the session is over before whoever asked for it does.
        await bibbi.RouteAsync("**/session/sign-out", async route =>
        {
            var answer = await route.FetchAsync();
            await Expect(signIn.First).ToBeVisibleAsync();
            await Expect(signIn).ToHaveTextAsync("Logga in");
            await route.FulfillAsync(new() { Response = answer });
        });

        await bibbi.GetByText("Bibbi Högman").First.ClickAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();

        await Expect(bibbi).ToHaveURLAsync(run.At("/"));
        await Expect(signIn).ToHaveTextAsync("Logga in");
        await BoardTests.Closed(bibbi);
    }
}
