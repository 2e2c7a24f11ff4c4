using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Runs;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>
    /// A second person, told from the first by HSA-id, makes the run final. Signed again by the same person it answers
    /// the same.
    /// </summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Sums of a month.")]
    public override async Task<Proto.CapitationRun> SignCapitationRun(
        Proto.SignCapitationRunRequest request, ServerCallContext context)
    {
        if (!caller.HasUser || caller.HsaId is not { } signer)
            throw Refusals.SignerMissing();
        var cancel = context.CancellationToken;
        var run = await db.HoldRun(Region, Id("runId", request.RunId), cancel);
        if (run.State == RunState.Computed)
            await RequireNext(run.System, run.Month, run.Corrects, cancel);

        var version = run.Version;
        if (run.SignOff(signer, caller.Subject, Now))
        {
            Preconditions.Require(context, version);
            outbox.Publish(person: null, WireRun.Completed(run));
            await db.Commit(cancel);
        }

        return WireRun.Of(run);
    }
}
