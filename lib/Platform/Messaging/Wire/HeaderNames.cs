namespace NaraVard.Platform.Messaging.Wire;

/// <summary>What travels beside a message.</summary>
internal static class HeaderNames
{
    /// <summary>Which service's which database numbered the message.</summary>
    public const string Source = "naravard-source";

    /// <summary>The person's key.</summary>
    public const string Person = "naravard-person";

    /// <summary>Number among the person's messages of this type from this source, without gaps.</summary>
    public const string Sequence = "naravard-sequence";

    /// <summary>The acting user and the organisation; see <see cref="CarriedCaller"/>.</summary>
    public const string Caller = "naravard-caller";

    /// <summary>Trace context (W3C).</summary>
    public const string TraceParent = "traceparent";

    /// <summary>Trace context (W3C).</summary>
    public const string TraceState = "tracestate";

    /// <summary>Set when an operator sends a message again that was in an error queue: it may be late.</summary>
    public const string Replayed = "naravard-replayed";
}
