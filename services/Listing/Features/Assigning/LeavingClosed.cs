using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>
/// Whoever is listed at a clinic that closes, or whose contract has ended, is moved to another by rule, from the day it
/// closes, and told why; queues to it end.
/// </summary>
internal sealed class LeavingClosed(
    ListingDb db, Placing placing, Assigner assigner, PolicyBook policies, TimeProvider clock) : IStep
{
    private DateOnly Today => clock.Today();

    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var due = new List<Due>();
        foreach (var clinic in await db.Clinics.AsNoTracking().ToListAsync(cancel))
            foreach (var type in Enum.GetValues<ListingType>())
                if (End(clinic, type) is not null)
                    due.AddRange(await Left(clinic.Id.Value, type, region, max - due.Count, cancel));
        return due;
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        await LeaveQueues(due, cancel);
        var book = await db.Book(due.Person, due.Type, cancel);
        if (book.Latest is not { } left || await Ending(left.Clinic, due.Type, cancel) is not { } end)
        {
            await db.Commit(cancel);
            return true;
        }

        var effect = policies.Of(due.Region, Today).EffectOf(Today);
        return await assigner.Assign(
            due with { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, ListingKind.Transferred,
            end.Day > effect ? end.Day : effect, end.Reason, end.Notice, cancel);
    }

    private async Task<List<Due>> Left(
        string clinic, ListingType type, string region, int max, CancellationToken cancel)
    {
        var listed = await db.Listings.AsNoTracking()
            .Where(one => one.Clinic == clinic && one.Type == type && one.Until == null && one.Region == region)
            .Select(one => new { one.Person, one.Id }).OrderBy(one => one.Id).Take(max).ToListAsync(cancel);
        var waiting = await db.QueuePlaces.AsNoTracking()
            .Where(one => one.Clinic == clinic && one.Type == type && one.EndedOn == null && one.Region == region)
            .Select(one => new { one.Person, one.Id }).OrderBy(one => one.Id).Take(max).ToListAsync(cancel);
        return [.. listed.Concat(waiting).Select(one => new Due(region, one.Person, type, one.Id))];
    }

    private async Task LeaveQueues(Due due, CancellationToken cancel)
    {
        foreach (var place in await db.Waiting(due.Person, due.Type, cancel))
            if (await Ending(place.Clinic, due.Type, cancel) is { } end)
            {
                var loads = await db.HoldLoads(due.Type, [place.Clinic], cancel);
                placing.End(new(loads, new([]), [place]), Today, end.Reason);
            }
    }

    private async Task<ClinicEnd?> Ending(string id, ListingType type, CancellationToken cancel)
    {
        var key = HsaId.Parse(id);
        return await db.Clinics.AsNoTracking().SingleOrDefaultAsync(one => one.Id == key, cancel) is { } clinic
            ? End(clinic, type)
            : null;
    }

    /// <summary>A decision to close counts at once, a contract when it has ended.</summary>
    private ClinicEnd? End(Clinic clinic, ListingType type) =>
        clinic.ClosedFrom is { } day ? new(day, EndReason.ProviderClosed, "clinic-closed")
        : clinic.HasAgreement(type, Today) ? null
        : new(Today, EndReason.ContractEnded, "contract-ended");

    private sealed record ClinicEnd(DateOnly Day, EndReason Reason, string Notice);
}
