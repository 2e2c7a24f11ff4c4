using System.Collections.Concurrent;
using System.Text;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>Everything that came out of a process of the run: its output, log files, pages and messages.</summary>
internal sealed class Spoken
{
    private readonly ConcurrentDictionary<string, StringBuilder> said = new(StringComparer.Ordinal);

    public IEnumerable<string> Speakers => said.Keys;

    public void Add(string speaker, string line)
    {
        var text = said.GetOrAdd(speaker, _ => new StringBuilder());
        lock (text)
            text.AppendLine(line);
    }

    public string Of(string speaker)
    {
        if (!said.TryGetValue(speaker, out var text))
            return "";
        lock (text)
            return text.ToString();
    }

    public IEnumerable<string> LinesWith(string speaker, string word) =>
        Of(speaker).Split('\n').Where(line => line.Contains(word, StringComparison.Ordinal));
}
