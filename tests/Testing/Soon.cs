using System.Diagnostics;

namespace NaraVard.Testing;

/// <summary>Waits for what must come true, and says what did not.</summary>
public static class Soon
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    /// <summary>Waits until the condition holds; fails with the sentence after the deadline.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="condition">Whether it is so.</param>
    /// <param name="seconds">The deadline.</param>
    /// <param name="found">Tells what there is instead, for whoever reads that it did not come.</param>
    public static async Task Holds(
        string what, Func<Task<bool>> condition, int seconds = 120, Func<Task<string>>? found = null)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed.TotalSeconds > seconds)
                throw new TimeoutException(
                    $"Not within {seconds} s: {what}" + (found is null ? "" : $"; found: {await found()}"));
            await Task.Delay(Look);
        }
    }

    /// <summary>Waits until the condition holds; fails with the sentence after the deadline.</summary>
    public static Task Holds(string what, Func<bool> condition, int seconds = 120) =>
        Holds(what, () => Task.FromResult(condition()), seconds);
}
