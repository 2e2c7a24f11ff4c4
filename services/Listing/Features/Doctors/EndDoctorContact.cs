using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DoctorService
{
    /// <summary>No doctor from today, and no need of one. Who has none is answered the same.</summary>
    [Authorize(Roles = Choosers)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Listing> EndDoctorContact(
        Proto.EndDoctorContactRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var id = Coded.Id("listingId", request.ListingId, faults);
        var guardians = ParsedChoice.Guardians(request.GuardianNumbers, faults, clock);
        faults.ThrowIfAny();

        var one = await reach.Hold(id, cancel);
        var seen = one.Version;
        await RequireDeciders(one, [.. guardians.Select(keys.Of)], cancel);
        var book = await contacts.InStep(one, cancel);
        if (one.StateOn(acting.Today) != ListingState.Ended && book.ToGiveUp(acting.Today).Count > 0)
        {
            Preconditions.Require(context, seen);
            contacts.GiveUp(one, book, acting.Today);
        }

        await db.Commit(cancel);
        return await answers.Of(one, cancel);
    }
}
