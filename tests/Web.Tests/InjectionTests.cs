using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

[Collection(nameof(WebRun))]
public sealed class InjectionTests(WebRun run)
{
    [Fact]
    public async Task Markup_in_any_field_that_is_sent_is_shown_as_text()
    {
        var patient = WickedPatient("hel");
        await Answered(patient, new
        {
            kind = "OUTCOME_KIND_EFFORT_ON_HOMECOMING",
            serviceStart = new
            {
                what = Wicked("hjälp"),
                startsAt = TimeProvider.System.GetUtcNow().AddHours(3),
                contact = new { name = Wicked("kontakt"), phone = "<i>0980</i>" },
            },
        });
        var bibbi = await run.Open("bibbi.karlstad", "/board?visa=klara");
        var eva = await run.Open("eva.akuten", "/er");

        await Expect(BoardTests.Row(bibbi, patient)).ToContainTextAsync(patient.Name);
        await BoardTests.Row(bibbi, patient).GetByRole(AriaRole.Link).ClickAsync();
        foreach (var field in new[] { "hel", "behov", "anhörig", "hjälp", "kontakt" })
            await Expect(bibbi.GetByText(Wicked(field)).First).ToBeVisibleAsync();
        await Expect(bibbi.GetByText(patient.Relation)).ToBeVisibleAsync();
        await Expect(BoardTests.Row(eva, patient)).ToContainTextAsync(patient.Label);
        await Expect(BoardTests.Row(eva, patient)).ToContainTextAsync(Wicked("kontakt"));

        await IsWhole(bibbi);
        await IsWhole(eva);
        await BoardTests.Closed(bibbi, eva);
    }

    [Fact]
    public async Task Markup_in_a_referral_is_shown_as_text()
    {
        var patient = WickedPatient("vidare");
        await Answered(patient, new { kind = "OUTCOME_KIND_REFERRED_ELSEWHERE", referredTo = Wicked("hänvisad") });

        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}");

        await Expect(bibbi.GetByText(Wicked("hänvisad"))).ToBeVisibleAsync();
        await IsWhole(bibbi);
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task Markup_that_is_typed_is_text()
    {
        var patient = WickedPatient("skydd") with { Protection = "SECRECY_MARKING" };
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient, "bibbi.karlstad");
        var bibbi = await run.Open("bibbi.karlstad", "/board");
        var eva = await run.Open("eva.akuten", "/er/new");

        await bibbi.GetByLabel("Sök på namn").FillAsync(Wicked("skydd"));
        await BoardTests.Row(bibbi, patient).GetByRole(AriaRole.Link).ClickAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Visa numret" }).ClickAsync();
        await bibbi.GetByLabel("Varför behövs numret?").FillAsync(Wicked("skäl"));
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Visa numret" }).ClickAsync();
        await Expect(bibbi.GetByText(patient.Number)).ToBeVisibleAsync();
        await eva.GetByText("Mer: skydd").ClickAsync();
        var fields = eva.Locator("main :is(input:not([type=radio], [type=checkbox]), textarea)");
        Assert.InRange(await fields.CountAsync(), 12, 20);
        foreach (var field in await fields.AllAsync())
            await field.FillAsync(Wicked(""));
        await eva.GetByText("Personen säger ja").ClickAsync();
        await eva.GetByRole(AriaRole.Button, new() { Name = "Skicka till" }).ClickAsync();
        await Expect(eva.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await IsWhole(bibbi);
        await IsWhole(eva);
        await BoardTests.Closed(bibbi, eva);
    }

    private static string Wicked(string field) =>
        $"{field}<img src=x onerror=window.broken=1><script>window.broken=1</script>";

    private static Patient WickedPatient(string name) => new(Wicked(name))
    {
        Summary = Wicked("behov"),
        NextOfKin = Wicked("anhörig"),
        Relation = "relation<img src=x onerror=window.broken=1>",
        Label = "<b onclick=1>märkning</b>",
    };

    private async Task Answered(Patient patient, object outcome)
    {
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        await run.Api.Answer(patient, outcome);
    }

    /// <summary>Nothing that was written has become part of the page, and nothing of it has run.</summary>
    private static async Task IsWhole(IPage page) => Assert.Equal("undefined 0", await page.EvaluateAsync<string>(
        "typeof window.broken + ' ' + document.querySelectorAll('main :is(img, script, b, i)').length"));
}
