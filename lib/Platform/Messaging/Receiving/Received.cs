using System.Diagnostics;
using System.Globalization;
using MassTransit;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Messaging.Wire;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>What is known of a message beside its body.</summary>
internal sealed record Received
{
    public required Guid MessageId { get; init; }

    public required string Endpoint { get; init; }

    public required string MessageType { get; init; }

    public string? Source { get; init; }

    public Guid? Person { get; init; }

    public long? Sequence { get; init; }

    /// <summary>The number, where there is all that gives it a meaning; otherwise 0: in no order.</summary>
    public long Order => Person is null || Source is null ? 0 : Sequence ?? 0;

    public bool IsReplayed { get; init; }

    public Caller? Caller { get; init; }

    public ActivityContext Trace { get; init; }

    public static Received From(ConsumeContext context, string endpoint, string messageType)
    {
        var headers = context.Headers;
        ActivityContext.TryParse(
            headers.Get<string>(HeaderNames.TraceParent),
            headers.Get<string>(HeaderNames.TraceState), true, out var trace);
        return new Received
        {
            MessageId = context.MessageId
                ?? throw new Unacceptable("It has no message id, and could not be told from a copy."),
            Endpoint = endpoint,
            MessageType = messageType,
            Source = headers.Get<string>(HeaderNames.Source),
            Person = Guid.TryParseExact(headers.Get<string>(HeaderNames.Person), "N", out var person) ? person : null,
            Sequence = long.TryParse(
                headers.Get<string>(HeaderNames.Sequence), NumberStyles.None, CultureInfo.InvariantCulture,
                out var sequence)
                ? sequence
                : null,
            IsReplayed = context.ReceiveContext.TransportHeaders.TryGetHeader(HeaderNames.Replayed, out _),
            Caller = CarriedCaller.Read(headers.Get<string>(HeaderNames.Caller)),
            Trace = trace,
        };
    }
}

/// <summary>The message cannot be received at all, now or later.</summary>
internal sealed class Unacceptable(string reason) : Exception(reason);
