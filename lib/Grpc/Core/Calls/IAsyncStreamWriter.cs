namespace Grpc.Core;

/// <summary>A stream of messages to write, one write at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written; null for the settings of the call.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message; done when there is room for the next.</summary>
    Task WriteAsync(T message);

    /// <summary>Writes a message unless cancelled; a cancelled write ends the call.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? throw new NotSupportedException("This writer cannot cancel a single write.")
            : WriteAsync(message);
}

/// <summary>The replies of a server.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;

/// <summary>The requests of a client.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more requests follow.</summary>
    Task CompleteAsync();
}
