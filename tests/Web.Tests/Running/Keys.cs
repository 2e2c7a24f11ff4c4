using Microsoft.Playwright;

namespace NaraVard.Web.Tests.Running;

/// <summary>A keyboard that counts: every key, and Shift and Ctrl too.</summary>
internal sealed class Keys(IPage page)
{
    /// <summary>Keys that have been pressed.</summary>
    public int Count { get; private set; }

    public async Task Press(string keys, int times = 1)
    {
        for (var i = 0; i < times; i++)
            await page.Keyboard.PressAsync(keys);
        Count += times * keys.Split('+').Length;
    }

    public async Task Type(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Count += text.Length + text.Count(char.IsUpper);
    }

    /// <summary>Goes to the next field and fills it in.</summary>
    public async Task Next(string text)
    {
        await Press("Tab");
        await Type(text);
    }
}
