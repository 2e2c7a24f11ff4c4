using Microsoft.AspNetCore.Http;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Tests.Hosting;

public class ServiceNamesTests
{
    [Theory]
    [InlineData("/naravard.handoff.v1.HandoffService/GetHandoff", "handoff")]
    [InlineData("/handoff/v1/handoffs/17", "handoff")]
    [InlineData("/devices/v1/readings", "devices")]
    [InlineData("/naravard.audit.v1.AuditService/VerifyAccessLog", "handoff devices")]
    [InlineData("/elsewhere", "handoff devices")]
    [InlineData("/", "handoff devices")]
    [InlineData("", "handoff devices")]
    public void Finds_the_service_in_the_path_and_means_all_when_it_names_none(string path, string services)
    {
        var names = new ServiceNames();
        names.Add("handoff");
        names.Add("devices");
        var context = new DefaultHttpContext { Request = { Path = path } };

        Assert.Equal(services.Split(' '), names.For(context));
    }
}
