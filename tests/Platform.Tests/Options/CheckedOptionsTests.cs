using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using NaraVard.Platform.Options;

namespace NaraVard.Platform.Tests.Options;

public class CheckedOptionsTests
{
    [Fact]
    public void Binds_what_is_right()
    {
        var builder = Builder(("Visits:LeadMinutes", "15"), ("Visits:Desks:1780:Phone", "x"));

        var options = builder.AddChecked<VisitsOptions>("Visits");

        ConfigurationFaults.Of(builder).ThrowIfAny();
        Assert.Equal(15, options.LeadMinutes);
        Assert.Equal("x", options.Desks["1780"].Phone);
    }

    [Fact]
    public void Tells_all_faults_of_all_sections_at_once_by_key_and_without_values()
    {
        var builder = Builder(
            ("Visits:LeadMinutes", "hemligt"), ("Visits:Typo", "hemligt"), ("Visits:CountMax", "9000"),
            ("Visits:Desks:1780:Phnoe", "hemligt"), ("Visits:Desks:1780:Phone", "x"), ("Other:Name", ""));

        builder.AddChecked<VisitsOptions>("Visits");
        builder.AddChecked<OtherOptions>("Other");

        var refusal = Assert.Throws<InvalidConfiguration>(() => ConfigurationFaults.Of(builder).ThrowIfAny());
        Assert.Equal(
            ["Other:Name", "Visits:CountMax", "Visits:Desks:1780:Phnoe", "Visits:LeadMinutes", "Visits:Typo"],
            refusal.Faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.DoesNotContain("hemligt", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("9000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_the_options_themselves_also_when_an_annotation_fails()
    {
        var builder = Builder(("Other:Name", ""), ("Other:From", "9"), ("Other:Until", "3"));

        builder.AddChecked<OtherOptions>("Other");

        var refusal = Assert.Throws<InvalidConfiguration>(() => ConfigurationFaults.Of(builder).ThrowIfAny());
        Assert.Contains(refusal.Faults, fault => fault.StartsWith("Other:Until: ", StringComparison.Ordinal));
        Assert.Contains(refusal.Faults, fault => fault.StartsWith("Other:Name: ", StringComparison.Ordinal));
    }

    private static WebApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        return builder;
    }

    private sealed class VisitsOptions
    {
        [Range(1, 60)]
        public int LeadMinutes { get; init; } = 30;

        [Range(1, 100)]
        public int CountMax { get; init; } = 10;

        public Dictionary<string, Desk> Desks { get; init; } = [];
    }

    private sealed class Desk
    {
        public string Phone { get; init; } = "";
    }

    private sealed class OtherOptions : IValidatableObject
    {
        [Required]
        public string Name { get; init; } = "";

        public int From { get; init; }

        public int Until { get; init; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Until < From)
                yield return new("must not be before From", [nameof(Until)]);
        }
    }
}
