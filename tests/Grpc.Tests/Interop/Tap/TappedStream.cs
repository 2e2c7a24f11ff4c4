namespace NaraVard.Grpc.Tests.Interop.Tap;

/// <summary>One HTTP/2 stream, hence one call, as it went over the wire.</summary>
internal sealed class TappedStream
{
    private readonly TaskCompletionSource<uint> reset = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The messages of the client.</summary>
    public MessageMarks Asked { get; } = new();

    /// <summary>The messages of the server.</summary>
    public MessageMarks Answered { get; } = new();

    /// <summary>The HTTP/2 error code with which the client gave the call up, once it has.</summary>
    public Task<uint> Reset => reset.Task;

    public void GiveUp(uint code) => reset.TrySetResult(code);
}
