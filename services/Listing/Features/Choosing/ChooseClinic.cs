using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    private static readonly Text IdTaken = new(
        "Det finns redan en listning med detta id och annat innehåll.",
        "There is already a listing with this id and other content.");

    /// <summary>
    /// Lists a person at a clinic, or queues at a full one. The caller chooses the id, so that a retry chooses once. A
    /// refused choice stores nothing but its row in the access log.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Listing> ChooseClinic(
        Proto.ChooseClinicRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var said = ParsedChoice.Of(request, reach.IsAdmin, keys, clock);
        var (person, isTaken) = await db.HoldNew(said.Id, said.Person, cancel);
        var asked = said with { Person = person, Guardians = await ledger.Current(said.Guardians, cancel) };
        acting.Touches(person, "listing", asked.Id.ToString());
        if (isTaken)
            return await Known(asked, cancel);
        var facts = await ledger.Facts(asked, acting.Region, acting.Today, cancel);
        if (ChoiceRules.Obstacles(asked, facts) is { Count: > 0 } obstacles)
            throw Refusals.All(obstacles);
        return await answers.Of(await placing.Place(asked, facts, acting.Now, cancel), facts, cancel);
    }

    /// <summary>What was made by the request, or the conflict with what another made.</summary>
    private async Task<Proto.Listing> Known(ChoiceRequest asked, CancellationToken cancel)
    {
        var one = (await db.Enrolment(asked.Id, cancel))!;
        return one.Region == acting.Region && one.Digest.AsSpan().SequenceEqual(asked.Digest)
            ? await answers.Of(one, cancel)
            : throw new Conflict("listing-id-taken", IdTaken, asked.Id.ToString());
    }
}
