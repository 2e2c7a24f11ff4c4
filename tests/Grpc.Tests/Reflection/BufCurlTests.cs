using System.Text.Json;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Reflection;

/// <summary>A client of other people, which learns the schema from the server.</summary>
public sealed class BufCurlTests
{
    [Theory]
    [InlineData("grpc-v1")]
    [InlineData("grpc-v1alpha")]
    public async Task Calls_a_unary_method(string reflection)
    {
        var (code, output) = await Curl("Say", """{"text":"hej","number":"7"}""", reflection);

        Assert.True(code == 0, output);
        var reply = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("hej", "7"), (reply.GetProperty("text").GetString(), reply.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task Calls_a_duplex_method()
    {
        var (code, output) = await Curl("Chat", """{"text":"a"} {"text":"b"}""");

        Assert.True(code == 0, output);
        Assert.Equal(2, output.Split("\"text\"").Length - 1);
    }

    [Fact]
    public async Task Is_told_status_and_text()
    {
        var (code, output) = await Curl("Say", """{"failure":{"code":5,"message":"finns inte: å"}}""");

        Assert.Equal(5 * 8, code);
        Assert.Contains("finns inte: å", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Curl(
        string method, string request, string reflection = "grpc-v1")
    {
        await using var host = await ReflectionTests.Start();
        return await Tools.Run(
            Path.Combine(Tools.Modules, ".bin", "buf"),
            "curl", "--protocol", "grpc", "--http2-prior-knowledge", "--reflect-protocol", reflection,
            "--data", request, $"{host.Address}echo.v1.TestService/{method}");
    }
}
