namespace Grpc.Core;

/// <summary>
/// A call that did not succeed. Thrown by a client for a failed call; thrown in a handler, it ends the call with
/// this status, and its trailers travel too.
/// </summary>
public class RpcException : Exception
{
    /// <summary>A failure with a status and no trailers.</summary>
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    /// <summary>A failure with a status and a message of its own for the local log.</summary>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>A failure with a status and trailers, such as <c>grpc-status-details-bin</c>.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>A failure with a status, trailers and a message of its own for the local log.</summary>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        Status = status;
        Trailers = trailers ?? throw new ArgumentNullException(nameof(trailers));
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>What the server sent after the last message, or what it shall send.</summary>
    public Metadata Trailers { get; }
}
