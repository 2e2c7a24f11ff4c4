using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>One handoff of the own kommun.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.Handoff> GetHandoff(
        Proto.GetHandoffRequest request, ServerCallContext context)
    {
        return WireHandoff.Of(await OfMyKommun(Fields.HandoffId(request.HandoffId), context));
    }

    /// <summary>One handoff of the own kommun, to read; named in the access log.</summary>
    private async Task<HandoffCase> OfMyKommun(Guid id, ServerCallContext context)
    {
        var handoff = await MyKommuns().SingleOrDefaultAsync(mine => mine.Id == id, context.CancellationToken)
            ?? throw new NotFound("handoff");
        acting.Touches(handoff);
        return handoff;
    }

    /// <summary>What the own kommun's desk has; everything else does not exist for it.</summary>
    private IQueryable<HandoffCase> MyKommuns() =>
        db.Handoffs.AsNoTracking().Where(Reach.OfDesk(acting.Kommun).Rule);
}
