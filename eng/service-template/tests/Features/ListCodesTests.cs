using System.Net;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using NaraVard.Visits.Data;

namespace NaraVard.Visits.Tests.Features;

public sealed class ListCodesTests : IAsyncLifetime
{
    private readonly ServiceFixture<VisitsModule, VisitsDb> service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Answers_a_partner_system()
    {
        using var client = service.Json(TestUser.System("partner-system", Roles.Partner));

        using var answer = await client.GetAsync("/visits/v1/codes");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_whoever_has_not()
    {
        using var client = service.Json(token: null);

        using var answer = await client.GetAsync("/visits/v1/codes");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
