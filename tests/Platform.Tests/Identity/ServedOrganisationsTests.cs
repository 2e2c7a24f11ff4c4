using System.Net;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Identity;

public class ServedOrganisationsTests(ServedOrganisationsTests.Fixture service)
    : IClassFixture<ServedOrganisationsTests.Fixture>
{
    [Theory]
    [InlineData("region:17", HttpStatusCode.OK)]
    [InlineData("region:20", HttpStatusCode.Forbidden)]
    [InlineData("kommun:1780", HttpStatusCode.Forbidden)]
    public async Task Lets_in_only_organisations_that_the_deployment_serves(string organisation, HttpStatusCode status)
    {
        using var answer = await service.Json(TestUser.ErStaff() with { Organization = organisation })
            .GetAsync("/sample/v1/item-count");

        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK)
            Assert.Equal("organisation-not-served", (string?)(await SampleFixture.Body(answer))["code"]);
    }

    public sealed class Fixture : SampleFixture
    {
        protected override Dictionary<string, string> Settings() =>
            new() { ["Identity:Organisations:0"] = "region:17" };
    }
}
