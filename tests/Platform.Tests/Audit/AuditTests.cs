using System.Net;
using System.Text.Json.Nodes;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Tests.Access;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace NaraVard.Platform.Tests.Audit;

public class AuditTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    private static readonly TestUser Auditor =
        TestUser.ErStaff() with { Subject = "u-auditor", Roles = ["log-auditor"] };

    [Fact]
    public async Task Verifies_the_log_of_the_service_in_the_path()
    {
        await service.AccessLog.Append(A.Entry());

        var (status, body) = await Post("verifications", "{}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool?)body["isIntact"]);
        Assert.Equal(64, ((string?)body["head"]!["hash"])!.Length);
    }

    [Fact]
    public async Task Gives_a_persons_extract_by_number_in_the_body_and_logs_that_it_was_read()
    {
        var person = service.Services.GetRequiredService<PersonKeys>().Of("189001019802");
        await service.AccessLog.Append(A.Entry(person), A.Entry());

        var (status, body) = await Post("extracts", """{"personNumber":"18900101-9802"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        var entries = body["entries"]!.AsArray();
        Assert.Contains(entries, entry => (string?)entry!["userName"] == "Eva Sandgren");
        Assert.All(entries, entry => Assert.Equal(person.ToString(), (string?)entry!["person"]));
        Assert.Equal(entries.Count, (int?)body["_meta"]!["totalRecords"]);
        var read = (await service.LogOf(person))[^1];
        Assert.Equal(("u-auditor", "access-log", "sample"), (read.Subject, read.ResourceType, read.ResourceId));
    }

    [Fact]
    public async Task Does_not_show_one_organisation_what_concerns_only_others()
    {
        var person = service.Services.GetRequiredService<PersonKeys>().Of("198202029289");
        var kommun = A.Entry(person) with { Organisation = "kommun:1780" };
        var theirs = kommun with { ResourceOwner = "kommun:1780", UserName = "T" };
        var ofOurs = kommun with { ResourceOwner = "region:17", UserName = "O" };
        await service.AccessLog.Append(theirs, ofOurs);

        var (_, body) = await Post("extracts", """{"personNumber":"198202029289"}""");

        Assert.Equal(["O"], body["entries"]!.AsArray().Select(entry => (string?)entry!["userName"]));
    }

    [Fact]
    public async Task Draws_spot_checks_and_tells_the_seed_that_draws_them_again()
    {
        var at = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        await service.AccessLog.Append([.. Enumerable.Range(0, 50).Select(i => A.Entry(at: at.AddMinutes(i)))]);
        const string period = "\"from\":\"2025-06-01T00:00:00Z\",\"until\":\"2025-06-02T00:00:00Z\"";

        var (_, first) = await Post("spot-checks", $"{{{period},\"count\":5}}");
        var (_, again) = await Post("spot-checks", $"{{{period},\"count\":5,\"seed\":\"{first["seed"]}\"}}");

        Assert.Equal(5, first["entries"]!.AsArray().Count);
        Assert.Equal(first["entries"]!.ToJsonString(), again["entries"]!.ToJsonString());
    }

    [Fact]
    public async Task Refuses_whoever_is_no_auditor_and_a_service_that_is_not_here()
    {
        using var nobody = await service.Json(TestUser.ErStaff()).PostAsync(
            "/sample/v1/access-log/verifications", Payload("{}"));
        using var elsewhere = await service.Json(Auditor).PostAsync(
            "/nothing/v1/access-log/verifications", Payload("{}"));

        Assert.Equal(HttpStatusCode.Forbidden, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_wrong_number_without_repeating_it()
    {
        var (status, body) = await Post("extracts", """{"personNumber":"189001019803"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("national-number-check-digit", (string?)body["violations"]![0]!["code"]);
        Assert.DoesNotContain("9803", body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1019803", service.Log.Text, StringComparison.Ordinal);
        Assert.Empty(service.Log.Leaks);
    }

    private static StringContent Payload(string json) => new(json, null, "application/json");

    private async Task<(HttpStatusCode Status, JsonNode Body)> Post(string what, string json)
    {
        using var answer = await service.Json(Auditor).PostAsync($"/sample/v1/access-log/{what}", Payload(json));
        return (answer.StatusCode, await SampleFixture.Body(answer));
    }
}
