using Grpc.Json.Binding;
using Grpc.Json.Reading;
using Grpc.Json.Writing;

namespace Grpc.Json;

/// <summary>The JSON forms of all message types that one host serves, and its paths. Filled at start-up.</summary>
internal sealed class JsonCodec
{
    private readonly Dictionary<string, string> paths = [];

    public JsonCodec()
    {
        var known = new KnownTypes();
        Readers = new(known);
        Writers = new(known);
    }

    public Readers Readers { get; }

    public Writers Writers { get; }

    /// <summary>Notes that a path is taken; two RPCs at one path are refused here and not at the first call.</summary>
    public void Claim(string verb, PathTemplate path, string rpc)
    {
        var shape = $"{verb} " + string.Join('/', path.Segments.Select(part => part.IsVariable ? "{}" : part.Text));
        if (!paths.TryAdd(shape, rpc))
            throw new NotSupportedException($"{verb} {path.Text} is taken by {paths[shape]}.");
    }
}
