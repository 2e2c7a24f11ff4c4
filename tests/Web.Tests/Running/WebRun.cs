using Microsoft.Playwright;

namespace NaraVard.Web.Tests.Running;

/// <summary>The tests of the client go one after the other through one deployment and one Chromium.</summary>
[CollectionDefinition(nameof(WebRun))]
public sealed class OneByOne : ICollectionFixture<WebRun>;

/// <summary>A deployment, a Chromium, and those who sign in.</summary>
public sealed class WebRun : IAsyncLifetime
{
    private const int WaitMilliseconds = 120_000;
    private const int AttemptsMax = 3;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
    ];

    private readonly Dictionary<string, string> signedIn = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal Deployment Deployment { get; } = new();

    internal Api Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var starting = Deployment.Start();
        Api = new Api(Deployment);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
        Assertions.SetDefaultExpectTimeout(WaitMilliseconds);
        await starting;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        Api.Dispose();
        await Deployment.DisposeAsync();
    }

    /// <summary>A browser of one's own in which this person is signed in, at a page.</summary>
    /// <param name="anew">Goes through the sign-in page, and so has a session of its own.</param>
    internal async Task<IPage> Open(
        string userName, string path, bool anew = false, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale = "sv-SE";
        options.TimezoneId = "America/New_York";
        options.StorageState = anew ? null : signedIn.GetValueOrDefault(userName);
        var page = await NewPage(options);
        await page.GotoAsync(At(path));
        if (options.StorageState is null)
        {
            await Enter(page, userName);
            if (page.Url != At(path))
                await page.GotoAsync(At(path));
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            if (!anew)
                signedIn[userName] = await page.Context.StorageStateAsync();
        }

        return page;
    }

    /// <summary>Ends everybody's session, as when its time is over.</summary>
    internal Task EndSessions()
    {
        signedIn.Clear();
        return Deployment.EndSessions();
    }

    /// <summary>Fills in the sign-in page.</summary>
    internal static async Task SignIn(IPage page, string userName)
    {
        await page.Locator("#username").FillAsync(userName);
        await page.Locator("#password").FillAsync("naravard");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>
    /// Signs in, and again when the page says that it came to nothing: on a machine with much to do the sign-in
    /// service may be too late.
    /// </summary>
    private static async Task Enter(IPage page, string userName)
    {
        var (form, inside) = (page.Locator("#username"), page.Locator("header"));
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Logga in" }).ClickAsync();
            await Assertions.Expect(form.Or(inside).First).ToBeVisibleAsync();
            if (await form.IsVisibleAsync())
                await SignIn(page, userName);
            var failed = page.GetByRole(AriaRole.Alert).And(page.Locator(".problem"));
            await Assertions.Expect(inside.Or(failed).First).ToBeVisibleAsync();
            if (!await failed.IsVisibleAsync())
                return;
        }
    }

    /// <summary>A page of another browser, with nobody signed in.</summary>
    internal async Task<IPage> NewPage(BrowserNewContextOptions? options = null)
    {
        var context = await browser!.NewContextAsync(options ?? new() { Locale = "sv-SE" });
        context.SetDefaultTimeout(WaitMilliseconds);
        return await context.NewPageAsync();
    }

    internal string At(string path) => new Uri(Deployment.Gateway, path).ToString();
}
