using System.Security.Claims;
using System.Text.Encodings.Web;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

/// <summary>Attributes on RPCs hold through the framework's own authorization.</summary>
public sealed class AuthorizationTests
{
    [Theory]
    [InlineData(null, StatusCode.Unauthenticated)]
    [InlineData("visitor", StatusCode.PermissionDenied)]
    public async Task Who_may_not_call_is_told_why(string? role, StatusCode code)
    {
        await using var host = await Start();
        using var channel = GrpcChannel.ForAddress(host.Address);

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await Secret(channel, role));

        Assert.Equal(code, thrown.StatusCode);
    }

    [Fact]
    public async Task Who_may_call_gets_the_reply()
    {
        await using var host = await Start();
        using var channel = GrpcChannel.ForAddress(host.Address);

        Assert.Equal("the secret", (await Secret(channel, "keeper")).Text);
    }

    [Fact]
    public async Task Every_endpoint_says_which_RPC_it_leads_to()
    {
        await using var host = await Start();

        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.Contains(endpoints, e =>
            e.Metadata.GetMetadata<GrpcMethodMetadata>() is { } rpc
            && rpc.Method.FullName == "/echo.v1.TestService/Secret"
            && rpc.ServiceType == typeof(EchoService));
    }

    private static AsyncUnaryCall<SayReply> Secret(GrpcChannel channel, string? role) =>
        new TestService.TestServiceClient(channel).SecretAsync(
            new SayRequest(), role is null ? [] : new Metadata { { "role", role } });

    private static Task<EchoHost> Start() => EchoHost.Start(
        add: builder =>
        {
            builder.Services.AddAuthentication("role").AddScheme<AuthenticationSchemeOptions, RoleHeader>("role", null);
            builder.Services.AddAuthorization();
        },
        map: app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGrpcService<EchoService>();
        });

    private sealed class RoleHeader(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue("role", out var role))
                return Task.FromResult(AuthenticateResult.NoResult());
            var who = new ClaimsIdentity([new Claim(ClaimTypes.Role, role.ToString())], Scheme.Name);
            return Task.FromResult(
                AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(who), Scheme.Name)));
        }
    }
}
