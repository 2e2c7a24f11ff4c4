using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>One run: what it was computed from and what it came to.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Sums of a month.")]
    public override async Task<Proto.CapitationRun> GetCapitationRun(
        Proto.GetCapitationRunRequest request, ServerCallContext context) =>
        WireRun.Of(await db.Run(Region, Id("runId", request.RunId), context.CancellationToken));
}
