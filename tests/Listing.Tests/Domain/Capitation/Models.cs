using NaraVard.HouseRules.Tests;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Features.Capitation.Wire;

namespace NaraVard.Listing.Tests.Domain.Capitation;

/// <summary>Regional models as a region puts them: JSON of the contract.</summary>
internal static class Models
{
    public static PaymentModel Of(string name) => ParsedModel.Of(Proto.PaymentModel.Parser.ParseJson(File.ReadAllText(
        Path.Combine(RepositoryRoot.Path, $"tests/Listing.Tests/Domain/Capitation/Models/{name}.json"))));
}
