using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Access;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Options;
using NaraVard.Testing;
using Proto = NaraVard.Contracts.Sample.V1;

namespace NaraVard.Platform.Tests.Hosting;

public class ServiceHostTests
{
    private static readonly Dictionary<string, string> Good = new(TestSecrets.Settings())
    {
        ["Identity:Authority"] = "https://id.example.org/realms/naravard",
        ["Identity:ValidIssuer"] = "https://id.example.org/realms/naravard",
        ["Identity:Audience"] = "naravard",
        ["Endpoints:Rpc"] = "http://127.0.0.1:0",
        ["Endpoints:Operations"] = "http://127.0.0.1:0",
    };

    [Fact]
    public async Task Builds_when_everything_is_said()
    {
        await using var host = ServiceHost.Build(Arguments(Good), new Module(_ => { }));
    }

    [Fact]
    public void Does_not_start_without_identity_and_secrets_and_tells_all_that_is_missing_at_once()
    {
        var refusal = Assert.Throws<InvalidConfiguration>(() => ServiceHost.Build([], new Module(_ => { })));

        var keys = refusal.Faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "Identity:Authority", "Identity:ValidIssuer", "Identity:Audience", "Persons:Keys:Pseudonym",
            },
            keys);
    }

    [Theory]
    [InlineData("Identity:Authority", "http://id.example.org/realms/naravard")]
    [InlineData("Identity:Organisations:0", "region:1")]
    [InlineData("Identity:Clients:er-system:PublicKey", "-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----")]
    [InlineData("Identity:Clients:er-system:Secret", "s3cret")]
    [InlineData("Endpoints:Rpc", "https://127.0.0.1:0")]
    [InlineData("Endpoints:RequestBodyBytesMax", "0")]
    [InlineData("Telemetry:OtlpEndpoint", "collector")]
    [InlineData("Idempotency:KeepHours", "soon")]
    [InlineData("Api:Status", "fine")]
    public void Does_not_start_with_a_setting_that_cannot_hold(string key, string value)
    {
        var settings = new Dictionary<string, string>(Good) { [key] = value };

        var refusal = Assert.Throws<InvalidConfiguration>(
            () => ServiceHost.Build(Arguments(settings), new Module(_ => { })));

        Assert.StartsWith(key + ": ", Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_start_with_RPCs_that_lack_a_rule_and_names_each()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => ServiceHost.Build(
            Arguments(Good), new Module(app => app.MapGrpcService<Lawless>())));

        Assert.Contains("/ReadItem: [Authorize] is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(
            "/WriteItem: [PersonData] or [NoPersonData] is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("/CountItems: [AllowAnonymous] is not allowed", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/DeliverItem", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_start_with_an_endpoint_that_a_service_opens_to_anybody()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => ServiceHost.Build(
            Arguments(Good), new Module(app => app.MapGet("/open", () => "x").AllowAnonymous())));

        Assert.Contains("/open", refusal.Message, StringComparison.Ordinal);
    }

    private static string[] Arguments(Dictionary<string, string> settings) =>
        [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    private sealed class Module(Action<IEndpointRouteBuilder> map) : IModule
    {
        public string Name => "sample";

        public void Add(IHostApplicationBuilder builder)
        {
        }

        public void Map(IEndpointRouteBuilder app) => map(app);
    }

    private sealed class Lawless : Proto.SampleService.SampleServiceBase
    {
        [PersonData(Activity.Read)]
        public override Task<Proto.Item> ReadItem(Proto.ReadItemRequest request, ServerCallContext context) =>
            Task.FromResult(new Proto.Item());

        [Authorize]
        public override Task<Proto.Item> WriteItem(Proto.WriteItemRequest request, ServerCallContext context) =>
            Task.FromResult(new Proto.Item());

        [Authorize]
        [PersonData(Activity.Write)]
        public override Task<Proto.Item> DeliverItem(Proto.WriteItemRequest request, ServerCallContext context) =>
            Task.FromResult(new Proto.Item());

        [AllowAnonymous]
        [NoPersonData("x")]
        public override Task<Proto.CountItemsResponse> CountItems(
            Proto.CountItemsRequest request, ServerCallContext context) =>
            Task.FromResult(new Proto.CountItemsResponse());
    }
}
