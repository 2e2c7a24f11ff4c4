using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Json;
using Grpc.Json.Binding;
using NaraVard.Grpc.Tests.Transcoding.V1;
using MethodDescriptor = Google.Protobuf.Reflection.MethodDescriptor;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>What an HTTP rule may not say is refused when the host starts, and the RPC is named.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("v1/things")]
    [InlineData("/v1//things")]
    [InlineData("/v1/things/")]
    [InlineData("/v1/things/{number}:cancel")]
    [InlineData("/v1/things:cancel")]
    [InlineData("/v1/things/ext-{number}")]
    [InlineData("/v1/things/{number=*}")]
    [InlineData("/v1/**")]
    [InlineData("/v1/things/{}")]
    [InlineData("/v1/{number}/{number}")]
    [InlineData("/v1/things/å")]
    [InlineData("/v1/things/{nope}")]
    [InlineData("/v1/things/{inner}")]
    [InlineData("/v1/things/{inner.nope}")]
    [InlineData("/v1/things/{longs}")]
    public void A_path_that_is_not_supported_is_refused(string path)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Bind(new() { Get = path }));

        Assert.Contains("bad.v1.Bad.Call", refusal.Message, StringComparison.Ordinal);
        Assert.True(
            refusal.Message.Contains($"the path '{path}'", StringComparison.Ordinal)
            || refusal.Message.Contains($"the field '{path.Split('{', '}')[1]}'", StringComparison.Ordinal)
            || refusal.Message.Contains($"no field '{path.Split('{', '}')[1]}'", StringComparison.Ordinal));
    }

    public static TheoryData<string, HttpRule> Rules => new()
    {
        { "GET takes no body", new() { Get = "/v1/things", Body = "*" } },
        { "'inner.text' is no field", new() { Post = "/v1/things", Body = "inner.text" } },
        { "'nope' is no field", new() { Post = "/v1/things", Body = "nope" } },
        { "no verb and path", new() },
        { "'*' is no verb", new() { Custom = new() { Kind = "*", Path = "/v1/things" } } },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_is_not_supported_is_refused(string reason, HttpRule rule)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Bind(rule));

        Assert.Contains("bad.v1.Bad.Call", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_no_query_can_hold_is_refused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => Bind(new() { Get = "/v1/things" }, Kinds.Descriptor));

        Assert.Contains("'inner.inners' cannot be given in a query", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_of_requests_is_refused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() =>
            HttpRules.Of(Method(new() { Get = "/v1/things" }, QueryKinds.Descriptor, isClientStreaming: true)));

        Assert.Contains("a stream of requests", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rpcs_at_one_path_are_refused()
    {
        var codec = new JsonCodec();
        codec.Claim("GET", PathTemplate.Parse("/v1/things/{a}"), "One");

        Assert.Throws<NotSupportedException>(() => codec.Claim("GET", PathTemplate.Parse("/v1/things/{b}"), "Two"));
        codec.Claim("PUT", PathTemplate.Parse("/v1/things/{b}"), "Two");
    }

    private static void Bind(HttpRule rule, MessageDescriptor? request = null)
    {
        var method = Method(rule, request ?? QueryKinds.Descriptor);
        foreach (var binding in HttpRules.Of(method))
            HttpRules.Guard(method, () =>
                new RequestBinder(new JsonCodec().Readers.For(method.InputType), method.InputType, binding));
    }

    private static MethodDescriptor Method(HttpRule rule, MessageDescriptor request, bool isClientStreaming = false)
    {
        var options = new MethodOptions();
        options.SetExtension(AnnotationsExtensions.Http, rule);
        var file = new FileDescriptorProto
        {
            Name = "bad.proto",
            Package = "bad.v1",
            Syntax = "proto3",
            Dependency = { request.File.Name, "google/api/annotations.proto" },
            Service =
            {
                new ServiceDescriptorProto
                {
                    Name = "Bad",
                    Method =
                    {
                        new MethodDescriptorProto
                        {
                            Name = "Call",
                            InputType = "." + request.FullName,
                            OutputType = "." + request.FullName,
                            ClientStreaming = isClientStreaming,
                            Options = options,
                        },
                    },
                },
            },
        };
        var files = new Dictionary<string, ByteString>();
        Add(request.File, files);
        Add(AnnotationsReflection.Descriptor, files);
        var registry = new ExtensionRegistry { AnnotationsExtensions.Http };
        var built = FileDescriptor.BuildFromByteStrings([.. files.Values, file.ToByteString()], registry);
        return built[^1].Services[0].Methods[0];
    }

    private static void Add(FileDescriptor file, Dictionary<string, ByteString> files)
    {
        foreach (var dependency in file.Dependencies)
            Add(dependency, files);
        files.TryAdd(file.Name, file.SerializedData);
    }
}
