namespace NaraVard.Platform.Messaging.Sending;

/// <summary>A message that this dispatcher may send until its lease ends.</summary>
internal sealed record ClaimedMessage
{
    public required Guid Id { get; init; }

    /// <summary>Number of the claim; the table refuses to settle with an older one.</summary>
    public required long Lease { get; init; }

    public required int Attempts { get; init; }

    public required Guid? Person { get; init; }

    public required long? TypeSequence { get; init; }

    public required string MessageType { get; init; }

    public required string Body { get; init; }

    public required string? TraceParent { get; init; }

    public required string? TraceState { get; init; }

    public required string? Caller { get; init; }
}

/// <summary>Why a message was not sent, and when to try again.</summary>
/// <param name="Message">The message.</param>
/// <param name="Pause">How long to wait.</param>
/// <param name="IsCounted">False when the bus was down: that is not the message's fault.</param>
/// <param name="Reason">For the operator, when the message is parked or stays long.</param>
/// <param name="IsParked">True when it is not tried again before it is released.</param>
internal sealed record Failure(ClaimedMessage Message, TimeSpan Pause, bool IsCounted, string Reason, bool IsParked);
