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
    /// <summary>What differs between two packages, such as two years.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("What units are asked to do and are paid.")]
    public override async Task<Proto.ComparePackagesResponse> ComparePackages(
        Proto.ComparePackagesRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var (beforeId, afterId) = (
            Coded.Id("beforeId", request.BeforeId, faults), Coded.Id("afterId", request.AfterId, faults));
        faults.ThrowIfAny();
        var before = await db.Package(Region, beforeId, context.CancellationToken);
        var after = await db.Package(Region, afterId, context.CancellationToken);

        var reply = new Proto.ComparePackagesResponse();
        reply.Changes.AddRange(ContentChanges.Between(before.Content, after.Content).Select(WirePackage.Of));
        return reply;
    }
}
