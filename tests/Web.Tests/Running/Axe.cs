using System.Text.Json;
using Microsoft.Playwright;

namespace NaraVard.Web.Tests.Running;

/// <summary>axe-core on a page: WCAG 2.2 AA and what its authors advise beside.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source =
        new(() => File.ReadAllText(Places.File("gateway/web/node_modules/axe-core/axe.min.js")));

    /// <summary>Every breach: the rule, and where.</summary>
    public static async Task<IReadOnlyList<string>> Breaches(IPage page)
    {
        await page.EvaluateAsync(Source.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              // WCAG 2.2, 2.5.8: not among its rules by default.
              rules: { 'target-size': { enabled: true } },
            })).violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
            """);
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }
}
