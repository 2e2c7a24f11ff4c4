using Microsoft.AspNetCore.Builder;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>Whatever is not an RPC with an address as JSON: each is listed here, open or not, and why.</summary>
[Collection(OneSuite.Name)]
public sealed class OtherRouteTests(RunningSuite suite)
{
    /// <summary>Open to everybody: the contract and the state of the process, never data.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["service /{service}/v1/api-info"] = "DIGG's profile (VER.06): what the API is, for who has no token yet",
        ["service /{service}/v1/openapi.json"] = "the contract",
        ["service /{service}/v1/openapi.yaml"] = "the contract",
        ["service /grpc.health.v1.Health/Check"] = "Kubernetes' probes have no token",
        ["service /grpc.health.v1.Health/List"] = "Kubernetes' probes have no token",
        ["service /grpc.health.v1.Health/Watch"] = "Kubernetes' probes have no token",
        ["service /grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = "the contract",
        ["service /grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = "the contract, for older clients",
        ["gateway /openapi.json"] = "the contract of all services",
        ["gateway /openapi.yaml"] = "the contract of all services",
        ["gateway /docs"] = "a page that shows the contract",
        ["gateway /docs/docs.js"] = "part of the page",
        ["gateway /docs/schema.js"] = "part of the page",
        ["gateway /docs/text.js"] = "part of the page",
        ["gateway /docs/docs.css"] = "part of the page",
        ["gateway {**path}"] = "the web client's files; otherwise answers everybody alike: nothing is there",
        [@"gateway /{service}/v{version:int}/{document:regex(^(api-info|openapi\.json|openapi\.yaml)$)}"] =
            "what a service says about itself; see the service's own",
    };

    /// <summary>Open, since nobody can have signed in before; what each gives without a session.</summary>
    private static readonly Dictionary<string, (string Verb, int Status, string Why)> OfSignIn = new()
    {
        ["/session/sign-in"] = ("GET", 302, "sends a person to the sign-in service"),
        ["/session/signed-in"] = ("GET", 302, "takes what comes back from there, once, for the browser that asked"),
        ["/session/sign-out"] = ("POST", 401, "asks for the session itself: its token may have run out"),
        ["/session/back-channel-logout"] = ("POST", 400, "takes the sign-in service's signed word, once"),
    };

    /// <summary>
    /// The gateway's ways to a service: who signs in comes through, and the service looks again. And who that is. A
    /// stream of requests has no form as JSON: ImportPersonsTests tries who is let in.
    /// </summary>
    private static readonly string[] SignedIn =
    [
        "gateway /naravard.{service}.{contract}/{method}", "gateway /{service}/v{version:int}/{**resource}",
        "gateway /session", "service /naravard.{service}.v1.ImportService/ImportPersons",
    ];

    /// <summary>RPCs in another system's form, with the RPC's rights: CareListingTests in Listing.Tests.</summary>
    private static readonly string[] Forms =
    [
        "service /{service}/v1/riv-ta/create-listing", "service /{service}/v1/riv-ta/get-available-facilities",
        "service /{service}/v1/riv-ta/get-listing", "service /{service}/v1/riv-ta/get-listing-types",
        "service /{service}/v1/riv-ta/get-person-queue-status",
    ];

    private static readonly string[] OfOperations = ["/metrics", "/healthz/live", "/healthz/ready"];

    [Fact]
    public void Every_other_route_is_listed_with_why_it_is_open()
    {
        var rpcs = suite.Routes.SelectMany(route => new[] { route.RpcPath, route.Http.Path.RoutePattern })
            .Select(path => Pattern("service", path)).ToHashSet();
        var others = Patterns("service", suite.Services).Where(one => !rpcs.Contains(one))
            .Concat(Patterns("gateway", suite.Gateway)).Distinct().Order(StringComparer.Ordinal);

        var listed = Open.Keys.Concat(SignedIn).Concat(Forms).Concat(OfSignIn.Keys.Select(path => $"gateway {path}"));
        Assert.Equal(listed.Order(StringComparer.Ordinal), others);
    }

    [Fact]
    public async Task What_is_open_for_sign_in_gives_nothing_without_a_session()
    {
        foreach (var (path, (verb, status, _)) in OfSignIn)
        {
            var answer = await suite.Exchange.Send(new HttpMethod(verb), At(Way.JsonAtGateway, path));

            Assert.Equal(status, answer.Http);
        }

        Assert.Equal(401, (await suite.Exchange.Send(HttpMethod.Get, At(Way.JsonAtGateway, "/session"))).Http);
    }

    [Fact]
    public async Task What_is_open_is_answered_without_a_token()
    {
        foreach (var path in Paths("gateway").Concat(Paths("service")).Where(path => !path.Contains('{')))
        {
            var answer = await suite.Exchange.Send(HttpMethod.Get, At(Way.JsonAtGateway, path));

            Assert.True(answer.IsDone, $"{path}: {answer}");
        }
    }

    [Fact]
    public async Task Whatever_else_is_asked_for_at_the_gateway_is_not_there()
    {
        foreach (var path in (string[])["/", "/admin", "/handoff", "/handoff/v1x/handoffs", "/docs/../docs/x", "/.env"])
        {
            var answer = await suite.Exchange.Send(HttpMethod.Get, At(Way.JsonAtGateway, path));

            Assert.Equal((404, "not-found"), (answer.Http, answer.Code));
        }
    }

    [Fact]
    public async Task What_a_service_has_not_is_not_told_without_a_token()
    {
        foreach (var service in suite.Databases.Keys)
        {
            var answer = await suite.Exchange.Send(
                HttpMethod.Get, At(Way.JsonAtGateway, $"/{service}/v1/no-such-thing"));

            Assert.Equal((401, "not-signed-in"), (answer.Http, answer.Code));
        }
    }

    [Fact]
    public async Task Operations_answer_on_their_own_port_and_on_no_other()
    {
        foreach (var path in OfOperations)
        {
            foreach (var operations in new[] { suite.Services.Urls.Last(), suite.Gateway.Urls.Last() })
                Assert.True((await suite.Exchange.Send(HttpMethod.Get, new(new Uri(operations), path))).IsDone);
            Assert.Equal(404, (await suite.Exchange.Send(HttpMethod.Get, At(Way.JsonAtGateway, path))).Http);
            Assert.Equal(404, (await suite.Exchange.Send(
                HttpMethod.Get, At(Way.JsonAtService, path), isHttp2: true)).Http);
        }

        foreach (var route in suite.Routes)
            Assert.Equal(404, (await suite.Exchange.Send(new HttpMethod(route.Http.Verb),
                new Uri(new Uri(suite.Services.Urls.Last()), route.Http.Path.RoutePattern))).Http);
    }

    private IEnumerable<string> Paths(string host) => Open.Keys
        .Where(one => one.StartsWith(host, StringComparison.Ordinal)
            && !one.Contains("/grpc.", StringComparison.Ordinal))
        .Select(one => one[(one.IndexOf(' ') + 1)..])
        .SelectMany(path => suite.Databases.Keys.Select(
            service => path.Replace("{service}", service, StringComparison.Ordinal)));

    private Uri At(Way way, string path) => new(suite.Exchange.Address(way), path);

    private IEnumerable<string> Patterns(string host, WebApplication app) =>
        RunningSuite.Endpoints(app).Select(endpoint => Pattern(host, endpoint.RoutePattern.RawText!));

    private string Pattern(string host, string path) => suite.Databases.Keys.Aggregate(
        $"{host} {path}", (pattern, service) => pattern
            .Replace($" /{service}/", " /{service}/", StringComparison.Ordinal)
            .Replace($"naravard.{service}.", "naravard.{service}.", StringComparison.Ordinal));
}
