using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>One package with its three parts; for staff of a unit when it is published.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("What units are asked to do and are paid.")]
    public override async Task<Proto.Package> GetPackage(Proto.GetPackageRequest request, ServerCallContext context)
    {
        var package = await db.Package(Region, Id("packageId", request.PackageId), context.CancellationToken);
        return reach.IsAdmin || package.State == PackageState.Published
            ? WirePackage.Of(package)
            : throw new NotFound("package");
    }

    /// <summary>The id of a request whose only other input is its path.</summary>
    private static Guid Id(string field, string text)
    {
        var faults = new Violations();
        var id = Coded.Id(field, text, faults);
        faults.ThrowIfAny();
        return id;
    }
}
