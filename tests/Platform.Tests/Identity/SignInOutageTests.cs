using System.Net;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Identity;

public class SignInOutageTests(SignInOutageTests.Fixture service) : IClassFixture<SignInOutageTests.Fixture>
{
    [Fact]
    public async Task Says_that_sign_in_is_down_instead_of_calling_the_token_wrong()
    {
        using var answer = await service.Json(TestUser.ErStaff()).GetAsync("/sample/v1/item-count");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("sign-in-unavailable", (string?)(await SampleFixture.Body(answer))["code"]);
    }

    public sealed class Fixture : SampleFixture
    {
        protected override Dictionary<string, string> Settings() =>
            new() { ["Identity:Authority"] = "http://127.0.0.1:9/realms/naravard" };
    }
}
