using System.IO.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>Settings of gRPC services, for all or for one.</summary>
public class GrpcServiceOptions
{
    /// <summary>The largest message to take, in bytes, packed or unpacked; null for no limit. 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The largest message to send, in bytes before it is packed; null, as it is, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Tells callers the text of unexpected exceptions. For development only.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Packs replies (<c>gzip</c>) for callers that accept it; null for never.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard to pack replies; null for the fastest.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>What stands around the calls; the first is outermost, those for all before those for one.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    internal void CopyFrom(GrpcServiceOptions all)
    {
        MaxReceiveMessageSize = all.MaxReceiveMessageSize;
        MaxSendMessageSize = all.MaxSendMessageSize;
        EnableDetailedErrors = all.EnableDetailedErrors;
        ResponseCompressionAlgorithm = all.ResponseCompressionAlgorithm;
        ResponseCompressionLevel = all.ResponseCompressionLevel;
        foreach (var interceptor in all.Interceptors)
            Interceptors.Add(interceptor);
    }
}

/// <summary>Settings of one gRPC service; they start from those for all.</summary>
/// <typeparam name="TService">The service.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class;
