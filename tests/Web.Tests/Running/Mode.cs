using Microsoft.Playwright;

namespace NaraVard.Web.Tests.Running;

/// <summary>How somebody sees the pages: by the settings of the computer, not by ours.</summary>
/// <param name="Width">In CSS pixels: a window of 1280 at 200 % zoom is one of 640 with twice the dots.</param>
internal sealed record Mode(
    string Name, int Width = 1280, int Height = 800, ColorScheme Scheme = ColorScheme.Light,
    ForcedColors Forced = ForcedColors.None, float Zoom = 1)
{
    public static readonly Mode Light = new("light");

    private static readonly Mode[] All =
    [
        Light, new("dark", Scheme: ColorScheme.Dark), new("forced-colours", Forced: ForcedColors.Active),
        new("narrow", 320), new("zoomed", 640, 360, Zoom: 2),
    ];

    public static Mode Named(string name) => All.Single(mode => mode.Name == name);

    public BrowserNewContextOptions Options() => new()
    {
        ColorScheme = Scheme,
        ForcedColors = Forced,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = Width, Height = Height },
        DeviceScaleFactor = Zoom,
    };
}
