using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Booking.BookingStory;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

[Collection(OneChoice.Name)]
public sealed class PublishTimesTests(ChoiceHost host)
{
    [Fact]
    public async Task Keeps_sound_rows_tells_what_is_wrong_with_each_other_and_answers_the_same_again()
    {
        var clinic = await host.Clinic(agreementTo: new(2027, 1, 31), types: [Listing.Domain.ListingType.PrimaryCare]);
        var (first, next) = (Row(), Row(Monday.AddMinutes(30)));
        var request = new PublishTimesRequest
        {
            Times =
            {
                first, next,
                Row(Monday.AddMinutes(29)),
                Row(Monday.AddMinutes(29), row => row.Resource = "lakare-2"),
                Row(Monday, row => (row.TimeId, row.Resource) = (first.TimeId, "rum 4")),
                Row(ChoiceHost.Today.ToDateTime(default)),
                Row(Monday.AddDays(401)),
                Row(Monday, row => row.Profession = Profession.Dentist),
                Row(Monday.AddDays(80)),
                Row(Monday, row => row.Minutes = 481),
                Row(Monday, row => row.Resource = ""),
                Row(Monday, row => row.Form = 0),
            },
        };

        var answers = (await host.BookingsAt(clinic).PublishTimesAsync(request)).Times;
        var again = (await host.BookingsAt(clinic).PublishTimesAsync(request)).Times;

        Assert.Equal(
            [
                "Kept", "Kept", "time-overlaps", "Kept", "time-id-taken", "time-passed", "too-far-ahead",
                "outside-agreement", "outside-agreement", "out-of-range", "required", "required",
            ],
            answers.Select(Said));
        Assert.Equal(["Same", "Same", "time-overlaps", "Same"], again.Take(4).Select(Said));
        Assert.Equal([first.TimeId, request.Times[3].TimeId, next.TimeId], await host.Free(clinic));
    }

    [Fact]
    public async Task Withdraws_first_so_that_another_takes_the_place_but_never_a_booked_time()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        var (free, taken, replacing) = (Row(), Row(Monday.AddHours(1)), Row());
        await host.Published(clinic, free, taken);
        await host.Booked(clinic, taken.TimeId);
        var theirs = await host.Time(other);
        var request = new PublishTimesRequest
        {
            Times = { replacing, free },
            WithdrawnTimeIds = { free.TimeId, taken.TimeId, theirs },
        };

        var answer = await host.BookingsAt(clinic).PublishTimesAsync(request);
        var again = await host.BookingsAt(clinic).PublishTimesAsync(request);

        Assert.Equal(["Kept", "time-booked", "not-found"], answer.Withdrawn.Select(Said));
        Assert.Equal(["Kept", "time-id-taken"], answer.Times.Select(Said));
        Assert.Equal(["Same", "time-booked", "not-found"], again.Withdrawn.Select(Said));
        Assert.Equal([replacing.TimeId], await host.Free(clinic));
        Assert.Equal([theirs], await host.Free(other));
    }

    [Fact]
    public async Task No_time_lies_on_a_day_when_the_clinic_has_closed()
    {
        var clinic = await host.Clinic();
        await host.Database.Execute($"update clinics set closed_from = '2026-11-24' where id = '{clinic}'");

        var answer = await host.BookingsAt(clinic).PublishTimesAsync(
            new() { Times = { Row(), Row(Monday.AddDays(1)) } });

        Assert.Equal(["Kept", "clinic-closed"], answer.Times.Select(Said));
    }

    [Fact]
    public async Task Of_two_who_publish_the_same_hour_at_once_one_does()
    {
        var clinic = await host.Clinic();
        var rows = Enumerable.Range(0, 8).Select(_ => Row()).ToList();

        var answers = await Task.WhenAll(rows.Select(
            async row => (await host.BookingsAt(clinic).PublishTimesAsync(new() { Times = { row } })).Times[0]));

        Assert.Equal(1, answers.Count(one => one.Outcome == RowOutcome.Kept));
        Assert.Equal(7, answers.Count(one => one.Code == "time-overlaps"));
    }

    [Fact]
    public async Task Refuses_no_rows_too_many_and_who_has_no_clinic()
    {
        var staff = ChoiceHost.StaffAt(await host.Clinic());
        var many = new PublishTimesRequest { Times = { Enumerable.Range(0, 1001).Select(_ => new TimeRow()) } };

        foreach (var request in new[] { new(), many })
            Assert.Equal(["times out-of-range"], (await Refused(staff, Refusal.Invalid, request)).Faults);
        Assert.Equal(["withdrawnTimeIds[0] malformed"],
            (await Refused(staff, Refusal.Invalid, new() { WithdrawnTimeIds = { "x" } })).Faults);
        await Refused(People.In(Roles.UnitManager) with { Unit = null }, "unit-missing", One());
        await Refused(ChoiceHost.StaffAt("SE2321000016-NONE"), "clinic-unknown", One());
        await Refused(staff with { Organization = "region:18" }, "clinic-unknown", One());
    }

    [Fact]
    public async Task Lets_in_only_staff_of_clinics() => await host.LetsInOnly(
        ["clinician", "unit-manager"],
        async (rpc, options) => await new Client(rpc).PublishTimesAsync(One(), options));

    private static PublishTimesRequest One() => new() { Times = { Row() } };

    private static string Said(TimeAnswer row) =>
        row.Outcome == RowOutcome.Refused ? row.Code : row.Outcome.ToString();

    private Task<Refusal> Refused(TestUser user, string code, PublishTimesRequest request) => host.Refuses(
        user, code, async (rpc, options) => await new Client(rpc).PublishTimesAsync(request, options), isLogged: false);
}
