using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.IdentityModel.JsonWebTokens;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Tests;

/// <summary>The chart's realm gives tokens that gateway and services take. Details: eng/dev-identity/test.</summary>
public sealed class DevIdentityTests
{
    [Fact]
    public async Task A_person_and_a_system_get_in_with_the_realms_own_tokens_and_a_wrong_password_does_not()
    {
        await using var identity = await DevIdentity.Start();
        await using var scene = await Scene.With(
            new() { ["Identity:Authority"] = identity.Issuer, ["Identity:ValidIssuer"] = identity.Issuer },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));

        var person = await identity.TokenOf("bibbi.karlstad", "naravard");
        var system = await identity.Token(
            ("grant_type", "client_credentials"), ("client_id", "er-system"), ("client_secret", "dev-er-system"));
        var wrong = await identity.TokenOf("bibbi.karlstad", "wrong");

        Assert.Null(wrong);
        foreach (var token in new[] { person, system })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/echo/v1/lines");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await scene.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_claims_are_those_that_the_platform_reads()
    {
        await using var identity = await DevIdentity.Start();

        var token = new JsonWebToken(await identity.TokenOf("eva.akuten", "naravard"));

        Assert.Equal("naravard", Assert.Single(token.Audiences));
        Assert.Equal("region:17", token.GetPayloadValue<string>("organization"));
        Assert.Equal("naravard-cli", token.GetPayloadValue<string>("azp"));
        Assert.Matches(@"^SE\d{10}-[A-Za-z0-9]+$", token.GetPayloadValue<string>("hsa_id"));
        Assert.Contains(Roles.ErStaff, token.GetPayloadValue<Dictionary<string, string[]>>("realm_access")["roles"]);
        Assert.NotEmpty(token.GetPayloadValue<string>("unit"));
        Assert.NotEmpty(token.GetPayloadValue<string>("caregiver"));
        Assert.NotEmpty(token.GetPayloadValue<string>("purpose"));
        Assert.NotEmpty(token.GetPayloadValue<string>("title"));
    }
}
