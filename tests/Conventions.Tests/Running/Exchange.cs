using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using NaraVard.Platform.Hosting;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>Sends a call by any of the doors, as bytes that we make ourselves.</summary>
internal sealed class Exchange(RunningSuite suite) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private int requests;

    /// <summary>A request id that nobody can take for an identity number.</summary>
    public string NewId() => $"walls-{++requests:D6}";

    /// <summary>A call in the name of a user.</summary>
    public Call Call(Route route, JsonObject request, TestUser user) =>
        new Call(route, request).By(suite.Identity.Token(user));

    /// <summary>Sends it, and reads the answer; of a stream that goes on, its beginning.</summary>
    public async Task<Answer> Send(Call call, Way way)
    {
        if (call.RequestId.Length == 0)
            call = call with { RequestId = NewId() };
        using var request = way is Way.RpcAtService or Way.RpcAtGateway ? Rpc(call, way) : Json(call, way);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return await Answer.Read(answer, isStream: call.Route.IsStream);
        }
        catch (HttpRequestException reset) when (reset.HttpRequestError == HttpRequestError.HttpProtocolError)
        {
            return Answer.Reset;
        }
    }

    /// <summary>Any request at one of the HTTP/1.1 addresses, or at the services' own.</summary>
    public async Task<Answer> Send(HttpMethod method, Uri address, string? token = null, bool isHttp2 = false)
    {
        using var request = new HttpRequestMessage(method, address);
        if (isHttp2)
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return await Send(request);
    }

    /// <summary>Any request.</summary>
    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await Answer.Read(answer, isStream: false);
    }

    public Uri Address(Way way) => way switch
    {
        Way.RpcAtService or Way.JsonAtService => suite.Services.RpcAddress(),
        Way.JsonAtGateway => new(suite.Gateway.Urls.First()),
        Way.RpcAtGateway => new(suite.Gateway.Urls.ElementAt(1)),
    };

    public void Dispose() => client.Dispose();

    /// <summary>The request as a protobuf message.</summary>
    public static byte[] Message(MessageDescriptor type, JsonObject request) =>
        JsonParser.Default.Parse(request.ToJsonString(), type).ToByteArray();

    private HttpRequestMessage Rpc(Call call, Way way)
    {
        var message = call.Body ?? Message(call.Route.Rpc.InputType, call.Request);
        var framed = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), call.FrameLength ?? message.Length);
        message.CopyTo(framed, 5);
        var request = Request(HttpMethod.Post, new(Address(way), call.Route.RpcPath), call, isHttp2: true);
        request.Content = new ByteArrayContent(framed);
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        return request;
    }

    private HttpRequestMessage Json(Call call, Way way)
    {
        var fields = call.Request.DeepClone().AsObject();
        var path = string.Concat(call.Route.Http.Path.Segments.Select(
            segment => "/" + (segment.IsVariable ? Taken(call.Route, fields, segment.Text) : segment.Text)));
        var hasBody = call.Route.Http.Body.Length > 0;
        var query = (hasBody ? "" : Query(fields)) + call.Query;
        var address = new Uri(Address(way), path + (query.Length > 0 ? "?" + query[1..] : ""));
        var request = Request(new(call.Route.Http.Verb), address, call, isHttp2: way is Way.JsonAtService);
        if (call.Body is null && !hasBody)
            return request;
        request.Content = new ByteArrayContent(call.Body ?? Encoding.UTF8.GetBytes(fields.ToJsonString()));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        return request;
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, Call call, bool isHttp2)
    {
        var request = new HttpRequestMessage(method, address);
        if (isHttp2)
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        request.Headers.TryAddWithoutValidation("x-request-id", call.RequestId);
        // A body that is too long is refused before it is sent.
        request.Headers.ExpectContinue = call.Body is { Length: > 64 * 1024 };
        if (call.Authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", call.Authorization);
        foreach (var (name, value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static string Taken(Route route, JsonObject fields, string name)
    {
        var field = route.Rpc.InputType.FindFieldByName(name).JsonName;
        var value = fields[field]?.ToString() ?? "";
        fields.Remove(field);
        return Uri.EscapeDataString(value);
    }

    private static string Query(JsonObject fields) => string.Concat(
        from field in fields
        from value in field.Value is JsonArray many ? many.AsEnumerable() : [field.Value]
        select $"&{field.Key}={Uri.EscapeDataString(value!.ToString())}");
}
