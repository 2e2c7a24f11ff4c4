using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Platform.Access;
using NaraVard.Platform.Disclosure;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>
    /// Whether the desk may look into the other side's records now. An advisory talk alone opens nothing (DOMAIN
    /// B8.2).
    /// </summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.DecideLookUpResponse> DecideLookUp(
        Proto.DecideLookUpRequest request, ServerCallContext context)
    {
        var (id, capacity, source) = ParsedLookUp(request);
        var handoff = await OfMyKommun(id, context);

        var decision = LookUp.Decide(new LookUpCase
        {
            Reader = RecordHolder.SocialCareProvider,
            Source = source,
            Capacity = capacity,
            HasRelation = handoff.HasInvestigation || request.ReceivesEfforts,
            IsBlocked = request.IsBlocked,
            HasConsent = request.HasConsent,
            MayMatter = request.MayMatter,
            AttitudeClarified = request.AttitudeClarified,
            NoObjectionAssumed = request.NoObjectionAssumed,
        });

        return new Proto.DecideLookUpResponse
        {
            Extent = (Proto.LookUpExtent)decision.Extent,
            Code = decision.Code,
            Law = decision.Law,
            Reason = context.Say(decision.Text),
        };
    }

    private static (Guid Id, PersonCapacity Capacity, RecordHolder Source) ParsedLookUp(
        Proto.DecideLookUpRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("handoffId", request.HandoffId, faults);
        var capacity = Coded.Parse<PersonCapacity, Proto.PersonCapacity>("capacity", request.Capacity, faults);
        var source = Coded.Parse<RecordHolder, Proto.RecordSource>("source", request.Source, faults);
        faults.ThrowIfAny();
        return (id, capacity, source);
    }
}
