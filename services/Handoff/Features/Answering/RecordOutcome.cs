using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>What it led to. The region is told the allow-listed answer and nothing else.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Handoff> RecordOutcome(
        Proto.RecordOutcomeRequest request, ServerCallContext context)
    {
        var (id, outcome) = ParsedOutcome.Of(request);
        rules.RequireOffered(outcome.CatalogueCode, acting.Today);
        var handoff = await Hold(id, context);

        if (handoff.Record(outcome, acting.Worker, acting.Now))
            await Save(handoff, Told.OutcomeRecorded(handoff), context);

        return WireHandoff.Of(handoff);
    }
}
