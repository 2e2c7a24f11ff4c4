using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NaraVard.Platform.Telemetry;

namespace NaraVard.Testing;

/// <summary>Keeps every line that a host would print, exactly as it would print it.</summary>
public sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private static readonly string[] Masks = ["[id]", "[mail]", "[phone]"];
    private readonly JsonLineFormatter formatter = new(TimeProvider.System);
    private readonly StringWriter text = new();
    private readonly Lock gate = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    /// <summary>All lines so far.</summary>
    public string Text
    {
        get
        {
            lock (gate)
                return text.ToString();
        }
    }

    /// <summary>
    /// Lines in which an identity number, address or telephone number was about to be printed: the safety net caught
    /// it, but code must not throw one at it.
    /// </summary>
    public IReadOnlyList<string> Leaks =>
        [.. Text.Split('\n').Where(line => Masks.Any(line.Contains))];

    public ILogger CreateLogger(string categoryName) => new Capturing(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => text.Dispose();

    private sealed class Capturing(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            lock (log.gate)
                log.formatter.Write(entry, log.scopes, log.text);
        }
    }
}
