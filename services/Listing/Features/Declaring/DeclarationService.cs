using NaraVard.Listing.Data;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

/// <summary>What units declare of packages' requirements. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class DeclarationService(ListingDb db, Caller caller, Reach reach, Acting acting)
    : Proto.DeclarationService.DeclarationServiceBase
{
    private const string Why = "What units say of themselves.";

    private static readonly Text OtherUnit = new(
        "Ange den egna enheten.", "Give your own unit.");

    /// <summary>Whose packages: <c>region:17</c>.</summary>
    private string Region => caller.Organisation.ToString();

    /// <summary>Staff of a unit name no other.</summary>
    private void RequireOwn(string unit, Violations faults)
    {
        if (reach.Unit is { } own && unit.Length > 0 && unit != own)
            faults.Add("unit", "other-unit", OtherUnit);
    }
}
