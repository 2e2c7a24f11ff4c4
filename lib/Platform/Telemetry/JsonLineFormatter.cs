using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace NaraVard.Platform.Telemetry;

/// <summary>
/// Writes each log event as one line of JSON: time, level, category, event, message, the values of state and scopes,
/// trace and exception; no path. Everything that is text is masked (<see cref="Masking"/>).
/// </summary>
public sealed class JsonLineFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    // The framework puts the path into every line of a request. Whoever calls writes it, with any name in it; the
    // request's id and the route say as much.
    private static readonly HashSet<string> LeftOut = ["{OriginalFormat}", "RequestPath"];

    /// <summary>The name that the console logger knows it by.</summary>
    public const string FormatterName = "naravard";

    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", Level(logEntry.LogLevel));
            json.WriteString("category", logEntry.Category);
            json.WriteNumber("event", logEntry.EventId.Id);
            Text(json, "message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            Trace(json);
            Values(json, logEntry.State, scopeProvider);
            if (logEntry.Exception is { } exception)
                Text(json, "exception", exception.ToString());
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Trace(Utf8JsonWriter json)
    {
        if (Activity.Current is not { } activity)
            return;
        json.WriteString("traceId", activity.TraceId.ToString());
        json.WriteString("spanId", activity.SpanId.ToString());
    }

    private static void Values(Utf8JsonWriter json, object? state, IExternalScopeProvider? scopes)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        scopes?.ForEachScope((scope, into) => Collect(scope, into), values);
        Collect(state, values);
        if (values.Count == 0)
            return;
        json.WriteStartObject("values");
        foreach (var (name, value) in values)
            json.WriteString(Masking.Mask(name), value);
        json.WriteEndObject();
    }

    private static void Collect(object? source, SortedDictionary<string, string> into)
    {
        if (source is not IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            if (source is not null)
                into["scope"] = Masking.Mask(source.ToString() ?? "");
            return;
        }

        foreach (var (name, value) in pairs)
            if (value is not null && !LeftOut.Contains(name))
                into[name] = Masking.Mask(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }

    private static void Text(Utf8JsonWriter json, string name, string text) =>
        json.WriteString(name, Masking.Mask(text));

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "information",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => "none",
    };
}
