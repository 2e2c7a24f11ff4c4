using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>Shows a masked number; why it is needed is in the access log before the answer leaves.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.RevealNumberResponse> RevealNumber(
        Proto.RevealNumberRequest request, ServerCallContext context)
    {
        var (id, reason) = ParsedReveal(request);
        var handoff = await OfMyKommun(id, context);

        if (handoff.Obstacle(HandoffAction.RevealNumber) is { } obstacle)
            throw obstacle;

        acting.Because(reason);
        return new Proto.RevealNumberResponse { Number = handoff.Disclosed!.Person.Number };
    }

    private static (Guid Id, string Reason) ParsedReveal(Proto.RevealNumberRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("handoffId", request.HandoffId, faults);
        var reason = faults.Required("reason", request.Reason);
        if (reason.Length is > 0 and < 5)
            faults.Add("reason", "too-short", new Text("Skriv minst 5 tecken.", "Write at least 5 characters."));
        faults.ThrowIfAny();
        return (id, reason);
    }
}
