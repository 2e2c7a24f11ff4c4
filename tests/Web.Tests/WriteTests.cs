using Microsoft.Playwright;
using NaraVard.Testing;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>What becomes of a change when something is in its way.</summary>
[Collection(nameof(WebRun))]
public sealed class WriteTests(WebRun run)
{
    [Fact]
    public async Task A_change_made_while_offline_waits_in_sight_and_is_made_once_when_there_is_contact()
    {
        var patient = new Patient("Utan Kontaktsson");
        await run.Api.Request(patient);
        var look = new Look(Mode.Light);
        var bibbi = await run.Open("bibbi.karlstad", "/board", options: Mode.Light.Options());
        await Expect(BoardTests.Row(bibbi, patient)).ToBeVisibleAsync();

        await bibbi.Context.SetOfflineAsync(true);
        await Take(bibbi, patient);
        var tray = bibbi.GetByRole(AriaRole.Region, new() { Name = "Ändringar som inte är gjorda" });
        await Expect(tray).ToContainTextAsync("skickas så snart det går");
        await look.At(bibbi, "waiting", tray);
        await Expect(BoardTests.Row(bibbi, patient)).ToContainTextAsync("Väntar på att skickas");
        await bibbi.Context.SetOfflineAsync(false);

        await Expect(tray).ToHaveCountAsync(0);
        await Expect(BoardTests.Row(bibbi, patient)).ToContainTextAsync("Bibbi Högman");
        Assert.Empty(look.Faults);
        Assert.Equal(2, (int)long.Parse((string)(await run.Api.Get(patient))["version"]!, null));
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_sent_again_with_its_key_and_made_once()
    {
        var patient = new Patient("Tappad Svarsson");
        await run.Api.Request(patient);
        var bibbi = await run.Open("bibbi.karlstad", "/board");
        var keys = new List<string>();
        await bibbi.RouteAsync("**/acknowledgements", async route =>
        {
            keys.Add(route.Request.Headers["idempotency-key"]);
            if (keys.Count > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        });

        await Take(bibbi, patient);
        await Soon.Holds("it is sent again", () => keys.Count == 2);

        await Expect(bibbi.GetByRole(AriaRole.Region, new() { Name = "Ändringar som inte är gjorda" }))
            .ToHaveCountAsync(0);
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal("2", (string?)(await run.Api.Get(patient))["version"]);
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task A_change_that_is_refused_says_why_in_the_services_words()
    {
        var patient = new Patient("Redan Tagensson");
        await run.Api.Request(patient);
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}");
        var take = bibbi.GetByRole(AriaRole.Button, new() { Name = "Ta överlämningen" });
        await Expect(take).ToBeVisibleAsync();
        // Somebody else is first, and the board has not heard of it.
        await bibbi.RouteAsync("**/acknowledgements", async route =>
        {
            await run.Api.Acknowledge(patient);
            await route.ContinueAsync();
        });

        await take.ClickAsync();

        await Expect(bibbi.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bengt Klarström har redan tagit");
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task Faults_stand_beside_their_fields_and_the_first_has_the_focus()
    {
        var patient = new Patient("Fel Feldotter");
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        await run.Api.Start(patient);
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}");

        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Svara" }).ClickAsync();
        await bibbi.GetByLabel("Insats vid hemkomst").CheckAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka svaret" }).ClickAsync();

        var what = bibbi.GetByLabel("Vilken hjälp");
        await Expect(what).ToBeFocusedAsync();
        await Expect(what).ToHaveAccessibleDescriptionAsync(
            new System.Text.RegularExpressions.Regex("Fältet måste fyllas i"));
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task A_masked_number_is_shown_to_whoever_says_why()
    {
        var patient = new Patient("Skydd Skyddsson") { Protection = "SECRECY_MARKING" };
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient, "bibbi.karlstad");
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}");
        await Expect(bibbi.GetByText("Sekretessmarkering")).ToBeVisibleAsync();
        await Expect(bibbi.GetByText(patient.Number)).ToHaveCountAsync(0);

        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Visa numret" }).ClickAsync();
        await bibbi.GetByLabel("Varför behövs numret?").FillAsync("Registrera insats i verksamhetssystemet");
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Visa numret" }).ClickAsync();

        await Expect(bibbi.GetByText(patient.Number)).ToBeVisibleAsync();
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task It_is_looked_at_before_it_is_sent_on_and_then_it_is_gone()
    {
        var patient = new Patient("Vidare Vidarsson");
        await run.Api.Request(patient);
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}");

        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka vidare" }).ClickAsync();
        await Expect(bibbi.GetByLabel("Sök kommun")).ToBeFocusedAsync();
        await bibbi.Keyboard.TypeAsync("ham");
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Hammarö", Exact = true }).ClickAsync();
        await Expect(bibbi.GetByText("Följer med")).ToBeVisibleAsync();
        await bibbi.GetByRole(AriaRole.Button, new() { Name = "Skicka vidare till Hammarö" }).ClickAsync();

        await Expect(bibbi).ToHaveURLAsync(run.At("/board"));
        await Expect(BoardTests.Row(bibbi, patient)).ToHaveCountAsync(0);
        Assert.Equal("1761", (string?)(await run.Api.Get(patient, "hanna.hammaro"))["kommunCode"]);
        await BoardTests.Closed(bibbi);
    }

    [Fact]
    public async Task Whether_others_records_may_be_read_is_decided_at_the_desk()
    {
        var patient = new Patient("Läsa Läsarsson");
        await run.Api.Request(patient);
        await run.Api.Acknowledge(patient);
        var bibbi = await run.Open("bibbi.karlstad", $"/handoffs/{patient.Id}");
        await Expect(bibbi.GetByRole(AriaRole.Button, new() { Name = "Påbörja med utredning" })).ToBeVisibleAsync();

        await bibbi.Keyboard.PressAsync("l");
        var dialog = bibbi.GetByRole(AriaRole.Dialog, new() { Name = "Får jag läsa andras uppgifter?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fråga" }).ClickAsync();
        await Expect(dialog.Locator(".fault")).ToHaveCountAsync(2);
        await dialog.GetByLabel("Vården").CheckAsync();
        await dialog.GetByLabel("Kan ta ställning själv").CheckAsync();
        await dialog.GetByLabel("Personen har sagt ja").CheckAsync();
        await dialog.GetByLabel("kan ha betydelse").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fråga" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Nej. Lagen tillåter inte åtkomst");
        await dialog.GetByLabel("Personen får insatser").CheckAsync();
        await Expect(dialog).Not.ToContainTextAsync("Lagen tillåter inte åtkomst");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fråga" }).ClickAsync();

        await Expect(dialog).ToContainTextAsync("Ja. Insatser eller utredning pågår");
        await Expect(dialog).ToContainTextAsync("SFS 2022:913 3 kap. 2 §");
        await dialog.GetByLabel("Uppgifterna är spärrade").FocusAsync();
        await dialog.GetByLabel("fara för liv").CheckAsync();
        await bibbi.Keyboard.PressAsync("Tab");
        await Expect(dialog.GetByLabel("Uppgifterna är spärrade")).ToBeFocusedAsync();
        await BoardTests.Closed(bibbi);
    }

    private static Task Take(IPage page, Patient patient) =>
        BoardTests.Row(page, patient).GetByRole(AriaRole.Button, new() { Name = "Ta" }).ClickAsync();
}
