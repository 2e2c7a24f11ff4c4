using System.Net;
using Google.Rpc;
using Grpc.Core;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Npgsql;
using Proto = NaraVard.Contracts.Sample.V1;

namespace NaraVard.Platform.Tests.Rpc;

public class ErrorInterceptorTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    private Proto.SampleService.SampleServiceClient Eva => new(service.Rpc(TestUser.ErStaff()));

    [Fact]
    public async Task Tells_a_gRPC_client_all_violations_in_the_standard_form()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(
            async () => await Eva.WriteItemAsync(new() { Person = "x" }));

        var status = Google.Rpc.Status.Parser.ParseFrom(refusal.Trailers.GetValueBytes("grpc-status-details-bin"));
        Assert.Equal((StatusCode.InvalidArgument, 3), (refusal.StatusCode, status.Code));
        var request = status.Details.Single(detail => detail.Is(BadRequest.Descriptor)).Unpack<BadRequest>();
        Assert.Equal(["id", "person"], request.FieldViolations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData("sv", "Hemligt.")]
    [InlineData("en", "Secret.")]
    public async Task Tells_a_JSON_client_in_its_language(string language, string text)
    {
        var (id, _) = await service.Item("secret");
        var client = service.Json(TestUser.ErStaff());
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var answer = await client.GetAsync($"/sample/v1/items/{id}");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var body = await SampleFixture.Body(answer);
        Assert.Equal(("item-is-secret", text), ((string?)body["code"], (string?)body["detail"]));
    }

    [Fact]
    public async Task Says_nothing_of_what_nobody_foresaw_and_logs_it_once_under_the_request()
    {
        service.Hooks.On("boom", () => throw new InvalidOperationException("Password=hunter2"));
        var requestId = "request-" + Guid.CreateVersion7().ToString("N");

        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await Eva.ReadItemAsync(new() { Id = "boom" }, new Metadata { { "x-request-id", requestId } }));

        Assert.Equal(StatusCode.Internal, fault.StatusCode);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
        var lines = service.Log.Text.Split('\n').Where(line => line.Contains(requestId, StringComparison.Ordinal));
        var line = Assert.Single(lines, line => line.Contains("\"level\":\"error\"", StringComparison.Ordinal));
        Assert.Contains("hunter2", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_unavailable_and_that_a_retry_may_help_when_the_database_is_down()
    {
        service.Hooks.On("down", () => throw new NpgsqlException("x", new IOException("x")));

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await Eva.ReadItemAsync(new() { Id = "down" }));

        Assert.Equal(StatusCode.Unavailable, fault.StatusCode);
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        Assert.Contains(status.Details, detail => detail.Is(RetryInfo.Descriptor));
    }

    [Fact]
    public async Task Answers_412_with_the_current_version_when_somebody_else_was_first()
    {
        var (id, person) = await service.Item();
        var client = service.Json(TestUser.ErStaff());
        client.DefaultRequestHeaders.IfMatch.ParseAdd("\"7\"");

        using var answer = await client.PostAsync("/sample/v1/items", Payload(id, person.ToString()));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var body = await SampleFixture.Body(answer);
        Assert.Equal(("version-mismatch", "1"), ((string?)body["code"], body["currentVersion"]!.ToString()));
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"x\"", HttpStatusCode.BadRequest)]
    public async Task Reads_If_Match_in_each_form(string ifMatch, HttpStatusCode status)
    {
        var (id, person) = await service.Item();
        var client = service.Json(TestUser.ErStaff());
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", ifMatch);

        using var answer = await client.PostAsync("/sample/v1/items", Payload(id, person.ToString()));

        Assert.Equal(status, answer.StatusCode);
    }

    private static StringContent Payload(string id, string person) =>
        new($$"""{"id":"{{id}}","person":"{{person}}","note":"ny"}""", null, "application/json");
}
