using Microsoft.Extensions.Configuration;
using NaraVard.HouseRules.Tests;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Tests.Domain;

/// <summary>The four regions' rules, as their files say.</summary>
internal static class Profile
{
    public static readonly IReadOnlyList<string> Names = ["halland", "gavleborg", "stockholm", "vastra-gotaland"];

    public static ListingPolicyOptions Options(string name) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(RepositoryRoot.Path, $"services/Listing/Profiles/{name}.json")).Build()
        .GetSection("ListingPolicy")
        .Get<ListingPolicyOptions>(binder => binder.ErrorOnUnknownConfiguration = true)!;

    public static ListingPolicy Of(string name) => Options(name).Policies[0].ToPolicy();
}
