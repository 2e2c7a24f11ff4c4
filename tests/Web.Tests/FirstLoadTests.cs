using Microsoft.Playwright;
using NaraVard.Web.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests;

[Collection(nameof(WebRun))]
public sealed class FirstLoadTests(WebRun run)
{
    private const int BytesMax = 100 * 1000;

    [Theory]
    [InlineData("bibbi.karlstad", "/board")]
    [InlineData("eva.akuten", "/er/new")]
    public async Task Is_small_and_asks_nobody_else(string userName, string path)
    {
        var signedIn = await run.Open(userName, path);
        var state = await signedIn.Context.StorageStateAsync();
        await BoardTests.Closed(signedIn);
        var page = await run.NewPage(new() { StorageState = state });
        var (elsewhere, faults) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(run.At("/"), StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        // A breach of the policy is told here too.
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        page.PageError += (_, fault) => faults.Add(fault);

        await page.GotoAsync(run.At(path));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
        var bytes = await page.EvaluateAsync<int>(
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter((entry) => !entry.name.includes('/handoff/') && !entry.name.endsWith('/session'))
              .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
            """);

        Assert.InRange(bytes, 10_000, BytesMax);
        Assert.Empty(elsewhere);
        Assert.Empty(faults);
        await BoardTests.Closed(page);
    }

    [Fact]
    public async Task Has_nothing_inline()
    {
        var page = await run.NewPage();
        var answer = (await page.GotoAsync(run.At("/board")))!;

        var inline = await page.EvaluateAsync<int>(
            "document.querySelectorAll('style, script:not([src]), [style], [onclick], [onload]').length");

        Assert.Equal(0, inline);
        Assert.DoesNotContain("unsafe", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        await BoardTests.Closed(page);
    }
}
