using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Google.Protobuf;
using Grpc.Json.Binding;
using Grpc.Json.Writing;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using NaraVard.Api.V1;

namespace Grpc.Json;

/// <summary>How the reply of one RPC is answered: its JSON, its status, Location and ETag.</summary>
internal sealed class JsonReply
{
    private const string VersionField = "version";

    private readonly Action<Utf8JsonWriter, IMessage> write;
    private readonly FieldDescriptor? version;
    private readonly LocationTemplate? location;

    public JsonReply(Writers writers, MethodDescriptor method, HttpBinding binding)
    {
        write = binding.ResponseBody.Length == 0
            ? writers.For(method.OutputType).Write
            : writers.For(BodyField(method.OutputType, binding.ResponseBody)).WriteBare;
        var known = method.OutputType.FindFieldByName(VersionField);
        version = known is { FieldType: FieldType.Int64, IsRepeated: false } ? known : null;
        var created = method.GetOptions()?.GetExtension(RestExtensions.Rest)?.CreatedLocation;
        location = string.IsNullOrEmpty(created) ? null : LocationTemplate.Parse(created, method.OutputType);
    }

    /// <summary>The JSON of one reply, into a buffer.</summary>
    public void WriteTo(PooledBuffer buffer, IMessage reply) => JsonOutput.Write(buffer, reply, write);

    public async Task Answer(HttpResponse response, IMessage reply)
    {
        using var buffer = new PooledBuffer();
        WriteTo(buffer, reply);
        response.StatusCode = location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        if (location is not null)
            response.Headers.Location = location.For(reply);
        if (version?.Accessor.GetValue(reply) is long number and not 0)
            response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
        response.ContentType = Accepts.Json;
        response.ContentLength = buffer.Written.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(buffer.Written, response.HttpContext.RequestAborted);
    }

    private static FieldDescriptor BodyField(MessageDescriptor type, string name) =>
        type.FindFieldByName(name)
        ?? throw new NotSupportedException($"response_body '{name}' is no field of the reply.");
}
