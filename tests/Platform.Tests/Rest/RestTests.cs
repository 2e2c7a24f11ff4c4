using System.Net;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Rest;

public class RestTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Answers_with_the_request_id_that_came_and_logs_under_it()
    {
        var requestId = "partner-" + Guid.CreateVersion7().ToString("N");
        var client = service.Json(TestUser.ErStaff());
        client.DefaultRequestHeaders.Add("x-request-id", requestId);

        using var answer = await client.GetAsync("/sample/v1/items/none");

        Assert.Equal(requestId, answer.Headers.GetValues("x-request-id").Single());
        Assert.Contains($"\"requestId\":\"{requestId}\"", service.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with space in it")]
    [InlineData("189001019802")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Makes_a_request_id_when_the_one_that_came_is_not_usable(string given)
    {
        var client = service.Json(TestUser.ErStaff());
        client.DefaultRequestHeaders.TryAddWithoutValidation("x-request-id", given);

        using var answer = await client.GetAsync("/sample/v1/items/none");

        var id = answer.Headers.GetValues("x-request-id").Single();
        Assert.NotEqual(given, id);
        Assert.True(RequestIds.IsUsable(id));
    }

    [Fact]
    public async Task Tells_anybody_what_the_API_is()
    {
        using var answer = await service.Json((string?)null).GetAsync("/sample/v1/api-info");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await SampleFixture.Body(answer);
        Assert.Equal(("naravard-sample", "active"), ((string?)body["apiName"], (string?)body["apiStatus"]));
        Assert.All(
            ["apiVersion", "apiReleased", "apiDocumentation"], name => Assert.NotEmpty((string?)body[name] ?? ""));
    }

    [Fact]
    public async Task Answers_probes_that_nobody_signed_in_for()
    {
        var health = new Grpc.Health.V1.Health.HealthClient(service.Rpc((string?)null));

        var reply = await health.CheckAsync(new());

        Assert.NotEqual(Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.ServiceUnknown, reply.Status);
    }

    [Fact]
    public async Task Describes_every_path_of_the_service_and_of_its_access_log()
    {
        using var json = await service.Json((string?)null).GetAsync("/sample/v1/openapi.json");
        using var yaml = await service.Json((string?)null).GetAsync("/sample/v1/openapi.yaml");

        var document = await SampleFixture.Body(json);
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "/sample/v1/items/{id}", "/sample/v1/items", "/sample/v1/access-log/verifications",
                "/sample/v1/access-log/extracts", "/sample/v1/access-log/spot-checks",
            },
            paths);
        Assert.DoesNotContain("{service}", document.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            document["paths"]!["/sample/v1/access-log/extracts"]!["post"]!["parameters"]!.AsArray(),
            parameter => (string?)parameter!["in"] == "path");
        Assert.Contains("/sample/v1/items", await yaml.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large()
    {
        using var answer = await service.Json(TestUser.ErStaff()).PostAsync(
            "/sample/v1/items", new StringContent(new string(' ', 4 * 1024 * 1024 + 1), null, "application/json"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData(0, 0, 1, 20)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(7, 100, 7, 100)]
    public void Reads_page_and_limit_with_defaults(int page, int limit, int expectedPage, int expectedLimit)
    {
        var violations = new Violations();

        var paging = Paging.Parse(page, limit, violations);

        violations.ThrowIfAny();
        Assert.Equal((expectedPage, expectedLimit), (paging.Page, paging.Limit));
        Assert.Equal((expectedPage - 1) * expectedLimit, paging.Skip);
    }

    [Fact]
    public void Refuses_page_and_limit_out_of_range_both_at_once()
    {
        var violations = new Violations();

        Paging.Parse(-1, 101, violations);

        var refusal = Assert.Throws<InvalidInput>(violations.ThrowIfAny);
        Assert.Equal(["page", "limit"], refusal.Violations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    public void Counts_pages(int total, int pages) =>
        Assert.Equal(pages, Paging.Parse(1, 20, new()).Meta(Math.Min(total, 20), total).TotalPages);
}
