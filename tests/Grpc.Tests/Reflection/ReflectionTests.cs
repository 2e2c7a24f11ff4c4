using Google.Protobuf.Reflection;
using Grpc.Net.Client;
using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Grpc.Tests.Testing;
using Answer = Grpc.Reflection.V1.ServerReflectionResponse.MessageResponseOneofCase;

namespace NaraVard.Grpc.Tests.Reflection;

public sealed class ReflectionTests
{
    [Fact]
    public async Task The_services_are_listed()
    {
        var reply = await Ask(new ServerReflectionRequest { ListServices = "*" });

        Assert.Equal(
            ["echo.v1.TestService", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"],
            reply.ListServicesResponse.Service.Select(s => s.Name));
    }

    [Theory]
    [InlineData("echo.v1.TestService")]
    [InlineData("echo.v1.TestService.Say")]
    [InlineData("echo.v1.SayRequest")]
    [InlineData("echo.v1.SayRequest.text")]
    public async Task A_symbol_brings_its_file_and_what_it_imports(string symbol)
    {
        var reply = await Ask(new ServerReflectionRequest { FileContainingSymbol = symbol });

        var files = reply.FileDescriptorResponse.FileDescriptorProto
            .Select(FileDescriptorProto.Parser.ParseFrom).Select(f => f.Name).ToArray();
        Assert.Equal("echo/v1/echo.proto", files[0]);
        Assert.Contains("google/api/http.proto", files);
        Assert.Contains("google/protobuf/descriptor.proto", files);
    }

    [Fact]
    public async Task A_file_is_found_by_its_name()
    {
        var reply = await Ask(new ServerReflectionRequest { FileByFilename = "google/api/http.proto" });

        Assert.Equal(Answer.FileDescriptorResponse, reply.MessageResponseCase);
    }

    [Fact]
    public async Task An_extension_is_found_by_its_number()
    {
        var reply = await Ask(new ServerReflectionRequest
        {
            FileContainingExtension = new ExtensionRequest
            {
                ContainingType = "google.protobuf.MethodOptions",
                ExtensionNumber = 72295728,
            },
        });

        var file = FileDescriptorProto.Parser.ParseFrom(reply.FileDescriptorResponse.FileDescriptorProto[0]);
        Assert.Equal("google/api/annotations.proto", file.Name);
    }

    [Fact]
    public async Task The_extensions_of_a_message_are_numbered()
    {
        var reply = await Ask(
            new ServerReflectionRequest { AllExtensionNumbersOfType = "google.protobuf.MethodOptions" });

        Assert.Contains(72295728, reply.AllExtensionNumbersResponse.ExtensionNumber);
    }

    [Fact]
    public async Task What_is_not_here_is_not_found()
    {
        ServerReflectionRequest[] questions =
        [
            new() { FileByFilename = "no.proto" },
            new() { FileContainingSymbol = "no.Symbol" },
            new() { AllExtensionNumbersOfType = "no.Type" },
            new() { FileContainingExtension = new ExtensionRequest { ContainingType = "no.Type" } },
        ];

        foreach (var question in questions)
            Assert.Equal(5, (await Ask(question)).ErrorResponse.ErrorCode);
    }

    private static async Task<ServerReflectionResponse> Ask(ServerReflectionRequest question)
    {
        await using var host = await Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(question);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        return call.ResponseStream.Current;
    }

    internal static Task<EchoHost> Start() => EchoHost.Start(
        add: builder => builder.Services.AddGrpcReflection(),
        map: app =>
        {
            app.MapGrpcService<EchoService>();
            app.MapGrpcReflectionService();
        });
}
