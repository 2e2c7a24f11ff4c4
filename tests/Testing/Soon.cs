using System.Diagnostics;

namespace NaraVard.Testing;

/// <summary>Waits for what must come true, and says what did not.</summary>
public static class Soon
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    /// <summary>Waits until the condition holds; fails with the sentence after the deadline.</summary>
    public static async Task Holds(string what, Func<Task<bool>> condition, int seconds = 120)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed.TotalSeconds > seconds)
                throw new TimeoutException($"Not within {seconds} s: {what}");
            await Task.Delay(Look);
        }
    }

    /// <summary>Waits until the condition holds; fails with the sentence after the deadline.</summary>
    public static Task Holds(string what, Func<bool> condition, int seconds = 120) =>
        Holds(what, () => Task.FromResult(condition()), seconds);
}
