using System.Linq.Expressions;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The person tells either side that the consent is taken back; sharing stops at once.</summary>
    [Authorize(Roles = $"{Roles.ErStaff},{Roles.Bistandsbedomare}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.HandoffEnding> WithdrawConsent(
        Proto.WithdrawConsentRequest request, ServerCallContext context)
    {
        var handoff = await db.Hold(Fields.HandoffId(request.HandoffId), Mine(), context.CancellationToken);
        acting.Touches(handoff);
        if (handoff.Disclosed is not null)
            Preconditions.Require(context, handoff.Version);

        if (handoff.WithdrawConsent(acting.Now))
            await changes.SaveWithdrawn(handoff, Told.ConsentWithdrawn(handoff), context.CancellationToken);

        return Ending(handoff, EndReason.ConsentWithdrawn, handoff.ConsentWithdrawnAt);
    }

    /// <summary>The own desk's, or the own ER unit's, by who calls.</summary>
    private Expression<Func<HandoffCase, bool>> Mine()
    {
        if (acting.IsDesk)
        {
            var kommun = acting.Kommun;
            return handoff => handoff.KommunCode == kommun;
        }

        var (organisation, unit) = (acting.Organisation, acting.Unit);
        return handoff => handoff.Region == organisation && handoff.ErUnit == unit;
    }

    private static Proto.HandoffEnding Ending(HandoffCase handoff, EndReason reason, DateTimeOffset? at) => new()
    {
        HandoffId = handoff.Id.ToString(),
        Version = handoff.Version,
        Reason = (Proto.EndReason)reason,
        EndedAt = WireParts.Time(at),
    };
}
