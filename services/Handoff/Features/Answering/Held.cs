using Grpc.Core;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>
    /// One handoff of the own kommun, named in the access log and held until it is saved. <c>If-Match</c> is checked
    /// when it is saved, so that a retry of what was done already answers the same.
    /// </summary>
    private async Task<HandoffCase> Hold(Guid id, ServerCallContext context)
    {
        var kommun = acting.Kommun;
        var handoff = await db.Hold(id, handoff => handoff.KommunCode == kommun, context.CancellationToken);
        acting.Touches(handoff);
        return handoff;
    }

    private Task Save(HandoffCase handoff, IEnumerable<object> events, ServerCallContext context)
    {
        RequireSeen(handoff, context);
        return changes.Save(handoff, events, context.CancellationToken);
    }

    /// <summary>Refuses when the caller has seen another version than the held one (<c>If-Match</c>).</summary>
    private void RequireSeen(HandoffCase handoff, ServerCallContext context) =>
        Preconditions.Require(context, db.Entry(handoff).OriginalValues.GetValue<long>(nameof(handoff.Version)));
}
