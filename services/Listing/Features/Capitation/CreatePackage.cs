using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    private static readonly Text PackageIdTaken = new(
        "Det finns redan ett förfrågningsunderlag med detta id och annat innehåll.",
        "There is already a package with this id and other content.");

    /// <summary>Puts a draft. The caller chooses the id, so that a retry puts once.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("What units are asked to do and are paid.")]
    public override async Task<Proto.Package> CreatePackage(
        Proto.CreatePackageRequest request, ServerCallContext context)
    {
        var package = ParsedPackage.Of(request, Region);
        if (await db.Packages.FindAsync([package.Id], context.CancellationToken) is { } known)
            return known.IsSameAs(package)
                ? WirePackage.Of(known)
                : throw new Conflict("package-id-taken", PackageIdTaken, known.Id.ToString());

        db.Add(package);
        await db.SaveChangesAsync(context.CancellationToken);

        return WirePackage.Of(package);
    }
}
