using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DoctorService
{
    private const string Choosers =
        $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}";

    /// <summary>
    /// Chooses a doctor of the clinic where somebody is listed, will be, or waits. Who has the doctor already is
    /// answered the same, also when nobody else may choose that doctor any more.
    /// </summary>
    [Authorize(Roles = Choosers)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Listing> ChooseDoctor(
        Proto.ChooseDoctorRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var id = Coded.Id("listingId", request.ListingId, faults);
        var doctorId = ParsedChoice.Hsa("doctorId", request.DoctorId, faults);
        var guardians = ParsedChoice.Guardians(request.GuardianNumbers, faults, clock);
        faults.ThrowIfAny();

        var one = await reach.Hold(id, cancel);
        var seen = one.Version;
        if (DoctorRules.Obstacle(one.Type, one.StateOn(acting.Today)) is { } obstacle)
            throw obstacle;
        await RequireDeciders(one, [.. guardians.Select(keys.Of)], cancel);
        var book = await contacts.InStep(one, cancel);
        if (!book.Has(doctorId, acting.Today))
        {
            Preconditions.Require(context, seen);
            var from = one.From > acting.Today ? one.From : acting.Today;
            var doctor = await db.Doctor(one.Clinic, doctorId, cancel);
            if (DoctorRules.Obstacle(doctor, from) is { } refused)
                throw refused;
            contacts.Choose(one, book, doctor!, from);
        }

        await db.Commit(cancel);
        return await answers.Of(one, cancel);
    }
}
