using System.Net;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Identity;

public class SignInTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Lets_in_who_has_the_role()
    {
        var (id, _) = await service.Item();

        using var answer = await service.Json(TestUser.ErStaff()).GetAsync($"/sample/v1/items/{id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static TheoryData<string, string> WrongTokens() => new()
    {
        { "expired", "token-expired" },
        { "not yet", "token-invalid" },
        { "without end", "token-invalid" },
        { "issuer", "token-invalid" },
        { "issuer is the authority", "token-invalid" },
        { "audience", "token-invalid" },
        { "forged", "token-invalid" },
        { "public key as secret", "token-invalid" },
        { "alg none", "token-invalid" },
        { "no JWT", "token-invalid" },
    };

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task Refuses_a_wrong_token_with_401_and_a_row_in_the_access_log(string kind, string code)
    {
        var (request, answer) = await Get(WrongToken(kind));

        using (answer)
        {
            await Refused(request, answer, HttpStatusCode.Unauthorized, code);
            var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
            Assert.Equal("Bearer", challenge.Scheme);
            Assert.Contains("error=\"invalid_token\"", challenge.Parameter, StringComparison.Ordinal);
        }

        Assert.All(await service.LogOfRequest(request), entry => Assert.Null(entry.Subject));
    }

    [Fact]
    public async Task Asks_who_sends_no_token_to_sign_in_without_naming_an_error()
    {
        var (request, answer) = await Get(null);

        using (answer)
        {
            await Refused(request, answer, HttpStatusCode.Unauthorized, "not-signed-in");
            Assert.Equal("Bearer realm=\"naravard\"", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    public static TheoryData<TestUser, string> WeakTokens() => new()
    {
        { TestUser.ErStaff() with { Organization = null }, "organisation-missing" },
        { TestUser.ErStaff() with { Organization = "region:177" }, "organisation-missing" },
        { TestUser.ErStaff() with { Organization = Array.Empty<string>() }, "organisation-missing" },
        { TestUser.ErStaff() with { Organization = new[] { "region:17", "region:20" } }, "organisation-ambiguous" },
        { TestUser.ErStaff() with { Roles = [] }, "role-missing" },
        { TestUser.ErStaff() with { Organization = "kommun:1780" }, "role-missing" },
        { TestUser.Bistandsbedomare(), "role-missing" },
        { TestUser.System("er-system", "er-staff"), "acting-user-missing" },
    };

    [Theory]
    [MemberData(nameof(WeakTokens))]
    public async Task Refuses_a_token_that_is_not_enough_with_403_and_a_row_in_the_access_log(
        TestUser user, string code)
    {
        var (request, answer) = await Get(service.Identity.Token(user));

        using (answer)
        {
            await Refused(request, answer, HttpStatusCode.Forbidden, code);
            var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
            Assert.Contains("error=\"insufficient_scope\"", challenge.Parameter, StringComparison.Ordinal);
        }
    }

    public static TheoryData<object> OrganisationShapes() => new()
    {
        "region:17",
        new[] { "region:17" },
        new Dictionary<string, object> { ["region:17"] = new Dictionary<string, object> { ["id"] = "0f1e" } },
    };

    [Theory]
    [MemberData(nameof(OrganisationShapes))]
    public async Task Reads_the_organisation_in_each_shape_that_Keycloak_writes(object organization)
    {
        var (id, person) = await service.Item();

        using var answer = await service.Json(TestUser.ErStaff() with { Organization = organization })
            .GetAsync($"/sample/v1/items/{id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("region:17", Assert.Single(await service.LogOf(person)).Organisation);
    }

    [Fact]
    public async Task Refuses_a_gRPC_call_in_the_way_of_gRPC()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/naravard.sample.v1.SampleService/ReadItem")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.ContentType = new("application/grpc");

        using var answer = await service.Json((string?)null).SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("16", answer.Headers.GetValues("grpc-status").Single());
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Does_not_let_anybody_call_what_is_not_there_without_signing_in()
    {
        using var answer = await service.Json((string?)null).GetAsync("/sample/v1/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(string RequestId, HttpResponseMessage Answer)> Get(string? token)
    {
        var (id, _) = await service.Item();
        var client = service.Json(token);
        var requestId = "request-" + Guid.CreateVersion7().ToString("N");
        client.DefaultRequestHeaders.Add("x-request-id", requestId);
        return (requestId, await client.GetAsync($"/sample/v1/items/{id}"));
    }

    private async Task Refused(string requestId, HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = await SampleFixture.Body(answer);
        Assert.Equal(code, (string?)body["code"]);
        Assert.EndsWith(requestId, (string?)body["instance"], StringComparison.Ordinal);
        Assert.Single(
            service.Log.Text.Split('\n'),
            line => line.Contains(requestId, StringComparison.Ordinal) && line.Contains("was refused: " + code));
        var entry = Assert.Single(await service.LogOfRequest(requestId));
        Assert.Equal((false, code), (entry.IsAllowed, entry.Code));
        Assert.Null(entry.Person);
    }

    private string WrongToken(string kind) => kind switch
    {
        "expired" => Token(token => token.Expires = service.Clock.GetUtcNow().UtcDateTime.AddSeconds(-31)),
        "not yet" => Token(token => token.NotBefore = service.Clock.GetUtcNow().UtcDateTime.AddSeconds(31)),
        "without end" => Token(token => token.Expires = null),
        "issuer" => Token(token => token.Issuer = "https://elsewhere.example.org"),
        "issuer is the authority" => Token(token => token.Issuer = service.Identity.Authority),
        "audience" => Token(token => token.Audience = "elsewhere"),
        "forged" => service.Identity.Forged(TestUser.ErStaff()),
        "public key as secret" => service.Identity.SignedWithPublicKey(TestUser.ErStaff()),
        "alg none" => service.Identity.WithoutSignature(TestUser.ErStaff()),
        _ => "not-a-token",
    };

    private string Token(Action<SecurityTokenDescriptor> spoil) => service.Identity.Token(TestUser.ErStaff(), spoil);
}
