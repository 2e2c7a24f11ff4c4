using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Capitation;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.DeclarationService.DeclarationServiceClient;

namespace NaraVard.Listing.Tests.Features.Declaring;

/// <summary>Managers of units, who declare how they meet a package.</summary>
internal sealed class DeclarationStory(CapitationHost host)
{
    public Story Region { get; } = host.NewStory();

    public Client Administration => new(host.Rpc(Region.Anna));

    public Client Staff(string unit, string role = Roles.UnitManager) =>
        new(host.Rpc(People.In(role) with { Unit = unit }));

    /// <summary>A published package of two areas, which demands a declaration unless it is said not to.</summary>
    public Task<Package> Package(string declareBy = "2026-02-28", string to = "")
    {
        var draft = Draft.Of();
        (draft.ToDay, draft.Content.DeclareBy) = (to, declareBy);
        return Region.Published(draft);
    }

    /// <summary>A declaration of the two areas; met unless said otherwise.</summary>
    public static DeclareRequirementsRequest Declared(
        Package package, string unit = CapitationHost.Own, Fulfilment fulfilment = Fulfilment.Met,
        string comment = "") => new()
        {
            PackageId = package.PackageId,
            DeclarationId = Guid.CreateVersion7().ToString(),
            Unit = unit,
            Answers =
            {
                new AreaAnswer { Area = RequirementArea.DischargeAndSip, Fulfilment = fulfilment, Comment = comment },
                new AreaAnswer { Area = RequirementArea.Premises, Fulfilment = Fulfilment.Met },
            },
        };

    /// <summary>Each row of a list: the unit, and the version of its declaration; 0 when it has none.</summary>
    public static IEnumerable<(string Unit, long Version)> Rows(ListDeclarationsResponse list) =>
        list.Units.Select(row => (row.Unit, row.Declaration?.Version ?? 0));
}
