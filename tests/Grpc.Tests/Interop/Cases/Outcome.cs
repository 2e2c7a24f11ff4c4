using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>
/// What came of a call, as its client told and as it went over the wire. Null where it does not matter.
/// </summary>
internal sealed record Outcome(StatusCode Code)
{
    public static Outcome Ok { get; } = new(StatusCode.OK);

    public string? Message { get; init; }

    /// <summary>How many zeros each reply held, or how many bytes it says were taken.</summary>
    public string? Replies { get; init; }

    public string? Initial { get; init; }

    public string? Trailing { get; init; }

    /// <summary>What the status brings along for programs, in hexadecimal digits.</summary>
    public string? Details { get; init; }

    /// <summary>How each request went over the wire: empty, plain or gzip.</summary>
    public string? Asked { get; init; }

    /// <summary>How each reply went over the wire.</summary>
    public string? Answered { get; init; }

    /// <summary>The client told the server that the call is cancelled.</summary>
    public bool? IsCancelledOnWire { get; init; }

    /// <summary>The replies as they are told here.</summary>
    public static string Told(IEnumerable<Answer> replies) => string.Join(", ", replies.Select(Told));

    /// <summary>The same, without what the other leaves open.</summary>
    public Outcome AsFarAs(Outcome other) => new(Code)
    {
        Message = other.Message is null ? null : Message,
        Replies = other.Replies is null ? null : Replies,
        Initial = other.Initial is null ? null : Initial,
        Trailing = other.Trailing is null ? null : Trailing,
        Details = other.Details is null ? null : Details,
        Asked = other.Asked is null ? null : Asked,
        Answered = other.Answered is null ? null : Answered,
        IsCancelledOnWire = other.IsCancelledOnWire is null ? null : IsCancelledOnWire,
    };

    private static string Told(Answer reply)
    {
        if (reply.Body.Span.ContainsAnyExcept((byte)0))
            return "other bytes than zeros";
        return reply.Taken > 0 ? $"taken {reply.Taken}" : $"{reply.Body.Length}";
    }
}
