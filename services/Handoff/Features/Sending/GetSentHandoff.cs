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
    /// <summary>One handoff as the ER unit that sent it may see it.</summary>
    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.SentHandoff> GetSentHandoff(
        Proto.GetSentHandoffRequest request, ServerCallContext context)
    {
        var id = Fields.HandoffId(request.HandoffId);
        var handoff = await SentByMe().SingleOrDefaultAsync(sent => sent.Id == id, context.CancellationToken)
            ?? throw new NotFound("handoff");

        acting.Touches(handoff);
        return Sent(handoff, context);
    }

    /// <summary>What the caller's ER unit has sent; everything else does not exist for it.</summary>
    private IQueryable<HandoffCase> SentByMe() =>
        db.Handoffs.AsNoTracking().Where(Reach.OfEr(acting.Organisation, acting.Unit).Rule);
}
