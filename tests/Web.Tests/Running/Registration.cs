using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests.Running;

/// <summary>
/// Somebody at the ER registers a handoff by keyboard alone, from the list of those sent: what the region's rule and
/// the kommun need, and a sentence.
/// </summary>
internal static class Registration
{
    public const string Number = "300612-9021";
    private const string Sentence = "Klarar inte trappan";

    /// <summary>Types everything; how many keys that is.</summary>
    public static async Task<int> Typed(IPage page, string name)
    {
        var keys = await Begun(page);
        await keys.Type(Number);
        await keys.Next(name);
        await keys.Next("65224");
        return await Rest(page, keys);
    }

    /// <summary>Pastes who it is, as copied from another system; how many keys that is, the pasting too.</summary>
    public static async Task<int> Pasted(IPage page, string name)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var line = $"{Number}\t{name}\t652 24 Karlstad";
        await page.EvaluateAsync("line => navigator.clipboard.writeText(line)", line);
        var keys = await Begun(page);
        await keys.Press("Control+v");
        await keys.Press("Tab", 2);
        return await Rest(page, keys);
    }

    private static async Task<Keys> Begun(IPage page)
    {
        var keys = new Keys(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Skickade från oss" })).ToBeVisibleAsync();
        await keys.Press("n");
        await Expect(page.GetByLabel("Personnummer")).ToBeFocusedAsync();
        return keys;
    }

    private static async Task<int> Rest(IPage page, Keys keys)
    {
        await keys.Press("Tab");
        await keys.Press("Space");
        await keys.Next(Sentence);
        await keys.Press("Tab");
        await keys.Press("ArrowRight", 2);
        await keys.Press("Tab", 2);
        await keys.Press("Space");
        await keys.Press("Tab");
        // The question names who will know; it is read to the person.
        await Expect(page.GetByText("biståndsbedömaren i Karlstad")).ToBeVisibleAsync();
        await keys.Press("Space");
        await keys.Press("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Skickade från oss" })).ToBeVisibleAsync();
        return keys.Count;
    }
}
