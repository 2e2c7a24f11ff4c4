using Microsoft.Extensions.Configuration;
using NaraVard.Platform.Options;

namespace NaraVard.Gateway.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Every_fault_of_every_section_is_told_at_once_before_anything_starts()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Endpoints:Http"] = "nonsense",
            ["Services:Handoff:Address"] = "http://127.0.0.1:1",
            ["Services:visits:Address"] = "ftp://127.0.0.1",
            ["Services:visits:TimeoutSeconds"] = "0",
            ["Limits:RequestsPerSecond"] = "0",
            ["Limits:RequestPerSecond"] = "5",
            ["Forwarding:RetriesMax"] = "99",
            ["Identity:Authority"] = "http://127.0.0.1",
        }).Build();

        var refusal = Assert.Throws<InvalidConfiguration>(() => GatewayHost.Build([], settings));

        foreach (var key in new[]
        {
            "Endpoints:Http", "Services:Handoff", "Services:visits:Address", "Services:visits:TimeoutSeconds",
            "Limits:RequestsPerSecond", "Limits:RequestPerSecond", "Forwarding:RetriesMax", "Identity:Authority",
            "Identity:Audience",
        })
            Assert.Contains(refusal.Faults, fault => fault.StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public void A_gateway_without_services_or_issuer_does_not_start()
    {
        var refusal = Assert.Throws<InvalidConfiguration>(() =>
            GatewayHost.Build([], new ConfigurationBuilder().AddInMemoryCollection().Build()));

        Assert.Contains(refusal.Faults, fault => fault.StartsWith("Services", StringComparison.Ordinal));
        Assert.Contains(refusal.Faults, fault => fault.StartsWith("Identity:ValidIssuer", StringComparison.Ordinal));
    }
}
