using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Features;
using NaraVard.Listing.Tests.Features.Choosing;

namespace NaraVard.Listing.Tests.Features.Doctors;

/// <summary>A doctor leaves, and everybody who had the doctor is told. A host for each test.</summary>
public sealed class DoctorLeavingTests : IAsyncLifetime
{
    private readonly FewAtATime host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Everybody_is_told_once_some_at_a_time_and_told_again_when_the_doctor_stays()
    {
        var told = await host.Hear<DoctorContactChanged>();
        var clinic = await host.Clinic();
        var (leaves, stays) = (await host.Doctor(clinic), await host.Doctor(clinic));
        var listings = new List<Proto.Listing>();
        for (var i = 0; i < 5; i++)
            listings.Add(await host.Patient(clinic, leaves.DoctorId));
        var other = await host.Patient(clinic, stays.DoctorId);
        await host.Change(leaves, said => said.LastDay = "2026-12-31");

        Assert.Equal([2, 2, 1, 0], await Steps(4));

        var now = await host.Now(listings[0]);
        Assert.Equal([(leaves.DoctorId, "2026-11-20", "2026-12-31", DoctorEndReason.DoctorLeft)], now.Told());
        Assert.Equal((listings[0].Version + 1, other), (now.Version, await host.Now(other)));
        await host.Change(leaves, said => said.LastDay = "");
        Assert.Equal([2, 2, 1, 0], await Steps(4));
        Assert.Equal([(leaves.DoctorId, "2026-11-20", "", DoctorEndReason.Unspecified)],
            (await host.Now(listings[0])).Told());
        await host.Until("all are told twice", () => told.Count(one => one.NoticeReason is not null) == 10);
        Assert.All(listings, listing => Assert.Equal(
            [("doctor-leaves", new DateOnly(2027, 1, 1)), ("doctor-stays", null)],
            told.Where(one => one.ListingId.ToString() == listing.ListingId && one.NoticeReason is not null)
                .Select(one => (one.NoticeReason!, one.UntilDay))));
    }

    [Fact]
    public async Task Who_has_left_is_nobodys_doctor_before_anybody_is_told_and_who_waits_is_told_too()
    {
        var told = await host.Hear<DoctorContactChanged>();
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        await host.Ceiling(clinic, 2);
        var (listed, gone) = (
            await host.Patient(clinic, doctor.DoctorId), await host.Patient(clinic, doctor.DoctorId));
        var waits = await host.Choose(await host.Listed(clinic), doctor.DoctorId);
        await host.Administration.EndListingAsync(
            new() { ListingId = gone.ListingId, Reason = ListingEndReason.MovedOut });
        await host.Database.Execute("update persons set registered_from = '2027-01-01'");
        await host.Database.Execute("update ceilings set listed_max = 1");
        await host.Change(doctor, said => said.LastDay = "2026-11-19");

        Assert.Empty((await host.Now(listed)).Doctors);
        Assert.Equal(2, await Step());
        Assert.Equal(0, await Step());

        await host.Until("those who are listed and wait are told", () => new[] { listed, waits }.All(one =>
            told.Any(said => said.ListingId.ToString() == one.ListingId && said.NoticeReason == "doctor-leaves")));
        Assert.DoesNotContain(told, said =>
            said.ListingId.ToString() == gone.ListingId && said.NoticeReason is not null);
    }

    [Fact]
    public async Task A_wish_in_a_queue_is_the_persons_doctor_when_a_place_is_free()
    {
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        await host.Ceiling(clinic, 1);
        var first = await host.Patient(clinic);
        var waits = await host.Choose(await host.Listed(clinic), doctor.DoctorId);
        await host.Administration.EndListingAsync(
            new() { ListingId = first.ListingId, Reason = ListingEndReason.MovedOut });
        await host.Database.Execute("update persons set registered_from = '2027-01-01'");

        await Step();

        var now = await host.Now(waits);
        Assert.Equal(ListingState.Accepted, now.State);
        Assert.Equal([(doctor.DoctorId, now.FromDay, "", DoctorEndReason.Unspecified)], now.Told());
        await host.Database.Execute("update listings set from_day = '2026-11-20' where until_day is null");
        var load = (await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic })).Doctors[0].Load;
        Assert.Equal(1, load.Persons);
    }

    private async Task<IReadOnlyList<int>> Steps(int count)
    {
        var done = new List<int>();
        for (var i = 0; i < count; i++)
            done.Add(await Step());
        return done;
    }

    private Task<int> Step() => host.Services.GetRequiredService<KeepInStep>().Step(CancellationToken.None);

    private sealed class FewAtATime : ChoiceHost
    {
        protected override Dictionary<string, string> Settings() =>
            new(base.Settings()) { ["ListingPolicy:StepPersonsMax"] = "2" };
    }
}
