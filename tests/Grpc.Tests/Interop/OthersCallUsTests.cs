using System.Text.Json;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interop;

/// <summary>Clients of other people against our server.</summary>
public sealed class OthersCallUsTests
{
    [Fact]
    public async Task Grpc_js_is_served()
    {
        await using var host = await EchoHost.Start(o => o.ResponseCompressionAlgorithm = "gzip");

        var (code, output) = await Tools.Run(
            "node", Script("client.js"), Tools.Modules, Tools.Protos, host.Address.Authority);

        Assert.True(code == 0, output);
        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal("""{"text":"hej"}""", Part(said, "unary", "reply"));
        Assert.Equal(("50000", "00ff07"), (Part(said, "unary", "size"), Part(said, "unary", "trailer")));
        Assert.Equal(
            ("9", "nej: å", "0102"),
            (Part(said, "failure", "code"), Part(said, "failure", "text"), Part(said, "failure", "details")));
        Assert.Equal("12", Part(said, "missing", "code"));
        Assert.Equal("4", Part(said, "deadline", "code"));
        Assert.Equal("""["x","x","x"]""", Part(said, "server", "texts"));
        Assert.Equal("a,b", Part(said, "client", "text"));
        Assert.Equal("""["a","b"]""", Part(said, "duplex", "texts"));
    }

    [Fact]
    public async Task Grpcio_is_served()
    {
        await using var host = await EchoHost.Start(o => o.ResponseCompressionAlgorithm = "gzip");

        var (code, output) = await Tools.Run("/usr/bin/python3", Script("client.py"), host.Address.Authority);

        Assert.True(code == 0, output);
        var said = JsonDocument.Parse(output).RootElement;
        Assert.Equal("0A0368656A", Part(said, "unary", "reply").ToUpperInvariant());
        Assert.Equal(
            ("9", "nej: å!", "0102"),
            (Part(said, "failure", "code"), Part(said, "failure", "text"), Part(said, "failure", "details")));
        Assert.Equal("12", Part(said, "missing", "code"));
        Assert.Equal("13", Part(said, "wrong", "code"));
        Assert.Equal("4", Part(said, "deadline", "code"));
        Assert.Equal("0a03612c621802", Part(said, "client", "reply"));
        Assert.Equal("0a01780a01781801", Part(said, "server", "reply"));
        Assert.Equal("0a01610a0162", Part(said, "duplex", "reply"));
    }

    internal static string Script(string name) => Path.Combine(Tools.Root, "tests", "Grpc.Tests", "Interop", name);

    private static string Part(JsonElement said, string call, string name) =>
        said.GetProperty(call).GetProperty(name).ToString();
}
