using System.Net;
using System.Text;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using NaraVard.Handoff.Tests.Features;
using NaraVard.Testing;
using NaraVard.Testing.Made;
using MethodDescriptor = Google.Protobuf.Reflection.MethodDescriptor;

namespace NaraVard.Handoff.Tests.Hostile;

/// <summary>
/// Every RPC of the service with anything in its request, as gRPC and as JSON, found by walking the descriptor: a
/// caller's nonsense is the caller's fault and never an internal error.
/// </summary>
public sealed class RandomRequestTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    private const int RequestsOfEachRpc = 60;
    private static readonly TimeSpan StreamMax = TimeSpan.FromMilliseconds(300);

    public static TheoryData<string> Rpcs() => [.. Service.Methods.Select(rpc => rpc.Name)];

    private static ServiceDescriptor Service => Contracts.Handoff.V1.HandoffService.Descriptor;

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Nonsense_over_grpc_is_the_callers_fault(string name)
    {
        var rpc = Service.FindMethodByName(name);
        var ids = new[] { await host.Received(), await host.Started() };

        for (var seed = 0; seed < (rpc.IsServerStreaming ? 10 : RequestsOfEachRpc); seed++)
        {
            var random = new Random(seed);
            var request = Bytes(rpc, random, ids);
            var status = await Call(rpc, request, User(random));
            // Only what is no protobuf at all is answered with INTERNAL, as the protocol prescribes.
            var isForeign = status == StatusCode.Internal && !IsProtobuf(rpc, request);
            Assert.True(
                isForeign || status is not (StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss),
                $"{name}, seed {seed}: {status} to {Convert.ToBase64String(request)}");
        }
        Assert.DoesNotContain("\"level\":\"error\"", host.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Nonsense_as_json_is_the_callers_fault(string name)
    {
        var rpc = Service.FindMethodByName(name);
        var ids = new[] { await host.Received(), await host.Started() };
        using var er = host.Json(People.Eva);
        using var bibbi = host.Json(People.Bibbi);

        for (var seed = 0; seed < (rpc.IsServerStreaming ? 10 : RequestsOfEachRpc); seed++)
        {
            var random = new Random(seed);
            using var request = Http(rpc, random, ids);
            using var answer = await (random.Next(2) == 0 ? er : bibbi).SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead);
            Assert.True((int)answer.StatusCode < 500, $"{name}, seed {seed}: {answer.StatusCode} to {request}");
            if ((int)answer.StatusCode >= 400)
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
        Assert.DoesNotContain("\"level\":\"error\"", host.Log, StringComparison.OrdinalIgnoreCase);
    }

    private static TestUser User(Random random) => random.Next(2) == 0 ? People.Eva : People.Bibbi;

    // With anything in it, but often about a handoff that there is; and a request for one is sound but in part.
    private IMessage Message(MethodDescriptor rpc, Random random, string[] ids)
    {
        var made = new MadeMessage(random).Of(rpc.InputType);
        if (made is Proto.RequestHandoffRequest && random.Next(3) > 0)
        {
            var sound = host.Ask();
            sound.MergeFrom(Part(made, random).ToByteArray());
            made = sound;
        }
        if (rpc.InputType.FindFieldByName("handoff_id") is { } id && random.Next(3) > 0)
            id.Accessor.SetValue(made, ids[random.Next(ids.Length)]);
        return made;
    }

    // One of the fields that are set, or none.
    private static IMessage Part(IMessage message, Random random)
    {
        var fields = message.Descriptor.Fields.InDeclarationOrder();
        var kept = fields[random.Next(fields.Count)];
        foreach (var field in fields.Where(field => field != kept))
            field.Accessor.Clear(message);
        return message;
    }

    private byte[] Bytes(MethodDescriptor rpc, Random random, string[] ids)
    {
        var bytes = Message(rpc, random, ids).ToByteArray();
        return random.Next(4) == 0 ? Damage.Of(bytes, random) : bytes;
    }

    private static bool IsProtobuf(MethodDescriptor rpc, byte[] bytes)
    {
        try
        {
            rpc.InputType.Parser.ParseFrom(bytes);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private async Task<StatusCode> Call(MethodDescriptor rpc, byte[] request, TestUser user)
    {
        var plain = Marshallers.Create(bytes => bytes, bytes => bytes);
        var kind = rpc.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var method = new Method<byte[], byte[]>(kind, rpc.Service.FullName, rpc.Name, plain, plain);
        try
        {
            if (!rpc.IsServerStreaming)
            {
                await host.Rpc(user).AsyncUnaryCall(method, null, default, request);
                return StatusCode.OK;
            }
            using var late = new CancellationTokenSource(StreamMax);
            var options = new CallOptions(cancellationToken: late.Token);
            using var call = host.Rpc(user).AsyncServerStreamingCall(method, null, options, request);
            while (await call.ResponseStream.MoveNext(late.Token))
            {
            }
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    private HttpRequestMessage Http(MethodDescriptor rpc, Random random, string[] ids)
    {
        var rule = rpc.GetOptions().GetExtension(AnnotationsExtensions.Http);
        var path = (rule.PatternCase == HttpRule.PatternOneofCase.Get ? rule.Get : rule.Post)
            .Replace("{handoff_id}", random.Next(3) > 0 ? ids[random.Next(ids.Length)] : Segment(random),
                StringComparison.Ordinal)
            .Replace("{kommun_code}", random.Next(3) > 0 ? "1780" : Segment(random), StringComparison.Ordinal);
        if (rule.Body.Length == 0)
            return Of(HttpMethod.Get, path + Query(rpc, random));
        var body = Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(Message(rpc, random, ids)));
        if (random.Next(3) == 0)
            body = Damage.Of(body, random);
        var request = Of(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/json");
        if (random.Next(4) == 0)
            request.Headers.TryAddWithoutValidation("If-Match", MadeText.OfHeader(random, 10));
        if (random.Next(4) == 0)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", MadeText.OfHeader(random, 80));
        return request;
    }

    private static HttpRequestMessage Of(HttpMethod verb, string path) => new(verb, new Uri(path, UriKind.Relative))
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static string Query(MethodDescriptor rpc, Random random)
    {
        var pairs = rpc.InputType.Fields.InDeclarationOrder()
            .Where(field => !field.IsMap && random.Next(2) == 0)
            .Select(field => $"{field.JsonName}={Uri.EscapeDataString(random.Next(2) == 0
                ? MadeText.Of(random)
                : random.Next(-1, 3).ToString(null, null))}");
        return "?" + string.Join('&', pairs);
    }

    private static string Segment(Random random) =>
        "s" + Uri.EscapeDataString(MadeText.Of(random).Replace("\0", "", StringComparison.Ordinal));
}
