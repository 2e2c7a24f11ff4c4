using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Identifiers.Places;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    private static readonly Text IdTaken = new(
        "Det finns redan en överlämning med detta id och annat innehåll.",
        "There is already a handoff with this id and other content.");

    /// <summary>
    /// Asks the kommun for help. The sender chooses the id, so that a retry asks once. A refused request stores nothing
    /// but its row in the access log.
    /// </summary>
    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.SentHandoff> RequestHandoff(
        Proto.RequestHandoffRequest request, ServerCallContext context)
    {
        var er = new ErUnit(acting.Organisation, acting.Unit);
        var asked = ParsedRequest.Of(request, er, acting.Now, keys);
        acting.Touches(asked.Person, asked.Id, er.Organisation);
        if (asked.Obstacle() is { } obstacle)
            throw obstacle;
        var desk = rules.DeskOf(KommunCode.Parse(asked.KommunCode), acting.Today);
        if (await db.HoldNew(asked.Id, context.CancellationToken) is { } known)
            return Same(known, asked, er)
                ? Sent(known, context)
                : throw new Conflict("handoff-id-taken", IdTaken, asked.Id.ToString());

        var handoff = new HandoffCase(asked, desk, acting.Now);

        db.Add(handoff);
        var requested = Told.Requested(handoff, desk.Hours.IsOpen(handoff.RequestedAt));
        await changes.Save(handoff, [requested], context.CancellationToken);
        return Sent(handoff, context);
    }

    private static bool Same(HandoffCase known, HandoffRequest asked, ErUnit er) =>
        known.ErUnit == er.HsaId && known.Region == er.Organisation
        && known.RequestDigest.AsSpan().SequenceEqual(asked.Digest);

    private Proto.SentHandoff Sent(HandoffCase handoff, ServerCallContext context) =>
        WireSent.Of(handoff, Desk(handoff.KommunCode, context));
}
