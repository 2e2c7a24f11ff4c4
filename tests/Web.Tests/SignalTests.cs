using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

/// <summary>What a new handoff does to be noticed.</summary>
[Collection(nameof(WebRun))]
public sealed class SignalTests(WebRun run)
{
    private const string Forshaga = "66730";

    // A browser's sound, as far as the page uses it: counts the notes instead of playing them.
    private const string Notes =
        """
        window.notes = 0;
        window.AudioContext = class {
          currentTime = 0;
          destination = {};
          createGain() {
            return { connect: (to) => to, gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } };
          }
          createOscillator() {
            return { frequency: {}, connect: (to) => to, start: () => { window.notes++; }, stop() {} };
          }
        };
        """;

    [Fact]
    public async Task A_new_one_sounds_and_counts_in_the_title_unless_that_is_turned_off()
    {
        var folke = await run.Open("folke.forshaga", "/board");
        await folke.AddInitScriptAsync(Notes);
        await folke.ReloadAsync();
        await Expect(BoardTests.Whole(folke)).ToBeVisibleAsync();

        await run.Api.Request(new Patient("Hörs Hörsson") { PostalCode = Forshaga });
        await Expect(folke.GetByText("Ny överlämning, grön.")).ToBeVisibleAsync();
        await Expect(folke).ToHaveTitleAsync(new Regex(@"^\(\d+\) "));
        Assert.Equal(2, await folke.EvaluateAsync<int>("window.notes"));
        await folke.GetByText("Folke ").First.ClickAsync();
        await folke.GetByLabel("Ljud").UncheckAsync();
        await folke.GetByLabel("Antal i fliken").UncheckAsync();
        await Expect(folke).ToHaveTitleAsync("Tavlan – NaraVard");
        await folke.ReloadAsync();
        await Expect(BoardTests.Whole(folke)).ToBeVisibleAsync();
        await run.Api.Request(new Patient("Tyst Tystsson") { PostalCode = Forshaga, Colour = "ORANGE" });
        await Expect(folke.GetByText("Ny överlämning, orange.")).ToBeVisibleAsync();

        await Expect(folke).ToHaveTitleAsync("Tavlan – NaraVard");
        Assert.Equal(0, await folke.EvaluateAsync<int>("window.notes"));
        await BoardTests.Closed(folke);
    }

    [Fact]
    public async Task A_new_row_moves_only_where_motion_is_wanted()
    {
        BrowserNewContextOptions With(ReducedMotion motion) => new() { ReducedMotion = motion };
        var wants = await run.Open("folke.forshaga", "/board", options: With(ReducedMotion.NoPreference));
        var calm = await run.Open("folke.forshaga", "/board", options: With(ReducedMotion.Reduce));
        await Expect(BoardTests.Whole(wants)).ToBeVisibleAsync();
        await Expect(BoardTests.Whole(calm)).ToBeVisibleAsync();
        var patient = new Patient("Rör Rörsson") { PostalCode = Forshaga };

        await run.Api.Request(patient);

        await Expect(BoardTests.Row(wants, patient)).ToHaveCSSAsync("animation-name", "came");
        await Expect(BoardTests.Row(calm, patient)).ToHaveCSSAsync("animation-name", "none");
        await BoardTests.Closed(wants, calm);
    }
}
