using System.Collections.Concurrent;

namespace NaraVard.Platform.Tests.Sample;

/// <summary>Lets a test step into the middle of a call, by a word in the request.</summary>
internal sealed class SampleHooks
{
    private readonly ConcurrentDictionary<string, Func<Task>> steps = new();

    /// <summary>How many times each step was passed.</summary>
    public ConcurrentDictionary<string, int> Passed { get; } = new();

    public void On(string word, Func<Task> step) => steps[word] = step;

    public Task Run(string word)
    {
        Passed.AddOrUpdate(word, 1, (_, count) => count + 1);
        return steps.TryGetValue(word, out var step) ? step() : Task.CompletedTask;
    }
}
