using System.Net;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Identity;

public class ActingUserTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    private static readonly TestUser Machine = TestUser.System("er-system", "er-staff", "device-gateway");

    [Fact]
    public async Task Logs_the_user_for_whom_a_system_acts()
    {
        var (id, person) = await service.Item();

        using var answer = await Get(id, Machine, service.Identity.ActingUser(TestUser.ErStaff(), "er-system"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = Assert.Single(await service.LogOf(person));
        Assert.Equal(
            ("u-eva", "SE9900000176-101", "Eva Sandgren", "Sjuksköterska", "er-system"),
            (entry.Subject, entry.HsaId, entry.UserName, entry.UserTitle, entry.Client));
        Assert.Equal(
            ("SE9900000176-CSKAKUT", "SE9900000176-VG", "Vård och behandling", "region:17"),
            (entry.Unit, entry.Caregiver, entry.Purpose, entry.Organisation));
    }

    public static TheoryData<string> WrongStatements() =>
        new("expired", "too long", "audience", "issuer", "type", "no subject", "another's key", "no JWS");

    [Theory]
    [MemberData(nameof(WrongStatements))]
    public async Task Refuses_a_statement_that_cannot_be_trusted(string kind)
    {
        var (id, _) = await service.Item();

        using var answer = await Get(id, Machine, Wrong(kind));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("acting-user-invalid", (string?)(await SampleFixture.Body(answer))["code"]);
    }

    [Fact]
    public async Task Refuses_a_statement_of_a_system_that_has_no_registered_key()
    {
        var (id, _) = await service.Item();
        var other = Machine with { Client = "journal-system" };

        using var answer = await Get(id, other, service.Identity.ActingUser(TestUser.ErStaff(), "journal-system"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Does_not_let_a_user_become_another()
    {
        var (id, person) = await service.Item();
        var statement = service.Identity.ActingUser(TestUser.ErStaff() with { Subject = "u-other" }, "er-system");

        using var answer = await Get(id, TestUser.ErStaff(), statement);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("u-eva", Assert.Single(await service.LogOf(person)).Subject);
    }

    [Fact]
    public async Task Lets_a_system_deliver_by_itself_where_the_RPC_says_so()
    {
        var (id, person) = await service.Item();

        using var answer = await service.Json(Machine).PostAsync(
            "/sample/v1/deliveries", Payload(id, person.ToString(), "new"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = Assert.Single(await service.LogOf(person));
        Assert.Equal(("sa-er-system", "er-system"), (entry.Subject, entry.Client));
    }

    private static StringContent Payload(string id, string person, string note) =>
        new($$"""{"id":"{{id}}","person":"{{person}}","note":"{{note}}"}""", null, "application/json");

    private async Task<HttpResponseMessage> Get(string id, TestUser user, string statement)
    {
        var client = service.Json(user);
        client.DefaultRequestHeaders.Add("x-acting-user", statement);
        return await client.GetAsync($"/sample/v1/items/{id}");
    }

    private string Wrong(string kind)
    {
        var now = service.Clock.GetUtcNow().UtcDateTime;
        return kind switch
        {
            "expired" => Statement(token => token.Expires = now.AddSeconds(-31)),
            "too long" => Statement(token => token.Expires = now.AddHours(1)),
            "audience" => Statement(token => token.Audience = "elsewhere"),
            "issuer" => Statement(token => token.Issuer = "journal-system"),
            "type" => Statement(token => token.TokenType = "JWT"),
            "no subject" => Statement(token => token.Claims.Remove("sub")),
            "another's key" => service.Identity.Token(
                TestUser.ErStaff(), token => (token.Issuer, token.TokenType) = ("er-system", "acting-user+jwt")),
            _ => "not-a-jws",
        };
    }

    private string Statement(Action<SecurityTokenDescriptor> spoil) =>
        service.Identity.ActingUser(TestUser.ErStaff(), "er-system", spoil);
}
