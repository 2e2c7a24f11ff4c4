using System.Globalization;
using Google.Protobuf;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>The answers that a gRPC request may get.</summary>
internal sealed class GrpcVerdict
{
    private readonly GrpcRequest request;
    private IReadOnlyList<IMessage> replies = [];
    private Failure? failure;
    private bool isHeeded;

    private GrpcVerdict(GrpcRequest request) => this.request = request;

    /// <summary>The HTTP status of what is not gRPC; null for a gRPC answer.</summary>
    public string? Http { get; private init; }

    public HashSet<int> Statuses { get; private init; } = [];

    /// <summary>True when the server answers without waiting for the end of the request.</summary>
    public bool IsAnsweredEarly { get; set; }

    public static GrpcVerdict OfHttp(GrpcRequest request, string http) =>
        new(request) { Http = http, IsAnsweredEarly = true };

    /// <summary>Refused before anything was done.</summary>
    public static GrpcVerdict Refused(GrpcRequest request, params int[] statuses) =>
        new(request) { Statuses = [.. statuses], IsAnsweredEarly = true };

    /// <summary>All messages came; the handler decides.</summary>
    public static GrpcVerdict Served(GrpcRequest request, IReadOnlyList<IMessage> messages)
    {
        var (replies, failure) = request.Target.Answer(messages);
        var isHeeded = request.Target.ReadsMetadata && messages.Count > 0;
        var status = isHeeded && request.HasBadMetadata ? 13 : failure?.Code ?? 0;
        return new(request)
        {
            replies = replies,
            failure = failure,
            isHeeded = isHeeded,
            Statuses = [status],
            IsAnsweredEarly = status != 0 && request.Target.TakesMany,
        };
    }

    /// <summary>Some messages came, then something broken.</summary>
    public static GrpcVerdict Broken(GrpcRequest request, IReadOnlyList<IMessage> messages, int status) =>
        new(request)
        {
            replies = request.Target.Begun(messages),
            isHeeded = request.Target.ReadsMetadata && messages.Count > 0,
            Statuses = [status],
            IsAnsweredEarly = true,
        };

    /// <summary>The server waits for more.</summary>
    public static GrpcVerdict Waiting(GrpcRequest request, IReadOnlyList<IMessage> messages) =>
        new(request) { replies = request.Target.Begun(messages) };

    /// <summary>What is wrong with the answer; null when it is allowed.</summary>
    public string? Complaint(RawAnswer answer)
    {
        if (answer.IsCut)
            return "the connection was cut";
        if (answer.Reset is { } code)
            return $"the stream was reset with {code}";
        var http = Http ?? "200";
        if (answer.Http != http)
            return $"HTTP {answer.Http} instead of {http}";
        if (Http is not null)
            return null;
        if (!int.TryParse(answer.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            || !Statuses.Contains(status))
            return $"status {answer.Status} ({answer.Headers.GetValueOrDefault("grpc-message")}) "
                + $"instead of {string.Join(" or ", Statuses)}";
        return RepliesComplaint(answer, status) ?? FailureComplaint(answer, status);
    }

    private string? RepliesComplaint(RawAnswer answer, int status)
    {
        var said = Framed.Read([.. answer.Body], request.Target.Reply.Parser);
        if (status == 0 ? said.Count != replies.Count : said.Count > replies.Count)
            return $"{said.Count} replies instead of {replies.Count}";
        return said.SequenceEqual(replies.Take(said.Count)) ? null : "another reply than asked for";
    }

    private string? FailureComplaint(RawAnswer answer, int status)
    {
        if (status == 4 || request.HasBadMetadata)
            return null;
        if (failure is not null && status == failure.Code
            && Uri.UnescapeDataString(answer.Headers.GetValueOrDefault("grpc-message", "")) != failure.Message)
            return $"the message {answer.Headers.GetValueOrDefault("grpc-message")}";
        var lost = request.Metadata.FirstOrDefault(header => isHeeded && header.Name == "echo-x"
            && answer.Headers.GetValueOrDefault(header.Name) != header.Value);
        return lost.Name is null ? null : $"the trailer {lost.Name} is lost";
    }
}
