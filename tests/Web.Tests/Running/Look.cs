using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NaraVard.Web.Tests.Running;

/// <summary>Looks at pages as one mode shows them, and gathers what is wrong.</summary>
internal sealed class Look(Mode mode)
{
    // What is wider than its place, or lies outside of the page; and what moves although nothing should.
    private const string Layout =
        """
        () => {
          const faults = [];
          const over = document.documentElement.scrollWidth - innerWidth;
          if (over > 0) faults.push(`the page is ${over} pixels too wide`);
          for (const one of document.querySelectorAll('body *')) {
            if (!one.checkVisibility() || one.closest('.hidden, .skip, svg')) continue;
            const [style, box] = [getComputedStyle(one), one.getBoundingClientRect()];
            const words = `<${one.localName} class="${one.className}"> ${one.textContent.slice(0, 40)}`;
            if (box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)) faults.push(`cut off: ${words}`);
            const isField = one.matches('input, select, textarea');
            if (!isField && style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
              faults.push(`scrolls sideways: ${words}`);
            if (style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0)
              faults.push(`moves: ${words}`);
          }
          return faults;
        }
        """;

    private readonly List<string> faults = [];

    /// <summary>Every fault so far: the screen, and what.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Waits for the screen, examines it and takes a picture of it.</summary>
    public async Task At(IPage page, string screen, ILocator there)
    {
        await Expect(there).ToBeVisibleAsync();
        var layout = await page.EvaluateAsync<string[]>(Layout);
        var breaches = await Axe.Breaches(page);
        faults.AddRange(layout.Concat(breaches).Select(fault => $"{mode.Name} {screen}: {fault}"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screens, $"{screen}-{mode.Name}.png") });
    }
}
