using Grpc.Core;

namespace NaraVard.Grpc.Tests.Testing;

/// <summary>What a test sees of the service and tells it.</summary>
internal sealed class EchoState
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the last client stream came to its end, told when it was left.</summary>
    public TaskCompletionSource<bool> CollectedAll { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last call as its handler saw it.</summary>
    public SeenCall? Seen { get; set; }

    /// <summary>Done when the first request of a client stream is taken.</summary>
    public TaskCompletionSource OneCollected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A call as its handler saw it.</summary>
internal sealed record SeenCall(string Method, string Peer, string Host, DateTime Deadline, Metadata Headers)
{
    public string? Encoding { get; init; }

    public static SeenCall Of(ServerCallContext call) =>
        new(call.Method, call.Peer, call.Host, call.Deadline, call.RequestHeaders)
        {
            Encoding = call.GetHttpContext().Request.Headers.GrpcEncoding,
        };
}
