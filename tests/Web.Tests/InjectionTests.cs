using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

[Collection(nameof(WebRun))]
public sealed class InjectionTests(WebRun run)
{
    private static string Wicked(string field) =>
        $"{field}<img src=x onerror=window.broken=1><script>window.broken=1</script>";

    [Fact]
    public async Task Markup_in_any_field_is_shown_as_text()
    {
        var patient = new Patient(Wicked("namn"))
        {
            Summary = Wicked("behov"),
            NextOfKin = Wicked("anhörig"),
            Label = "<b onclick=1>märkning</b>",
        };
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        await run.Api.Answer(patient, new
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
        foreach (var field in new[] { "namn", "behov", "anhörig", "hjälp", "kontakt" })
            await Expect(bibbi.GetByText(Wicked(field)).First).ToBeVisibleAsync();
        await Expect(BoardTests.Row(eva, patient)).ToContainTextAsync(patient.Label);
        await Expect(BoardTests.Row(eva, patient)).ToContainTextAsync(Wicked("kontakt"));

        foreach (var page in new[] { bibbi, eva })
            Assert.Equal("undefined 0", await page.EvaluateAsync<string>(
                "typeof window.broken + ' ' + document.querySelectorAll('main :is(img, script, b, i)').length"));
        await BoardTests.Closed(bibbi, eva);
    }
}
