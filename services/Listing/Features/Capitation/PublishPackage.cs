using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>In force from its first day. Published again it answers the same.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("What units are asked to do and are paid.")]
    public override async Task<Proto.Package> PublishPackage(
        Proto.PublishPackageRequest request, ServerCallContext context)
    {
        var package = await db.HoldPackage(Region, Id("packageId", request.PackageId), context.CancellationToken);
        if (await HasTwin(package, context.CancellationToken))
            throw Refusals.PackageBeginsSameDay();

        var version = package.Version;
        if (package.Publish(Now))
        {
            Preconditions.Require(context, version);
            await db.Commit(context.CancellationToken);
        }

        return WirePackage.Of(package);
    }

    private Task<bool> HasTwin(Package package, CancellationToken cancel) => db.Packages.AnyAsync(
        other => other.Region == package.Region && other.System == package.System && other.From == package.From
            && other.State == PackageState.Published && other.Id != package.Id,
        cancel);
}
