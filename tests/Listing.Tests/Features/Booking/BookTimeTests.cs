using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Tests.Features.Choosing;
using Npgsql;
using static NaraVard.Listing.Tests.Features.Booking.BookingStory;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

/// <summary>DA15: booking a time twice gives a conflict, and a cancelled time is free again.</summary>
[Collection(OneChoice.Name)]
public sealed class BookTimeTests(ChoiceHost host)
{
    [Fact]
    public async Task Books_tells_all_others_and_answers_the_same_again()
    {
        var told = await host.Hear<TimeBooked>();
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var request = Asked(await host.Time(clinic), person);

        var booked = await host.Bookings().BookTimeAsync(request);

        Assert.Equal(booked, await host.Bookings().BookTimeAsync(request));
        Assert.Equal(
            (person, clinic, "Vårdcentralen Gripen", Monday, Monday.AddDays(-1), 1),
            (booked.PersonNumber, booked.Time.ClinicId, booked.ClinicName, booked.Time.StartsAt.ToDateTimeOffset(),
                booked.CancelUntil.ToDateTimeOffset(), booked.Version));
        Assert.Empty(await host.Free(clinic));
        await host.Until("it is told", () => told.Any(one => one.BookingId.ToString() == booked.BookingId));
        var said = told.Single(one => one.BookingId.ToString() == booked.BookingId);
        Assert.Equal(
            (host.KeyOf(person).ToString(), clinic, "PROFESSION_DOCTOR", 30, null),
            (said.PersonKey, said.ClinicId, said.Profession, said.Minutes, said.ReplacesBookingId));
    }

    [Fact]
    public async Task Of_64_who_book_one_time_at_once_one_has_it_and_all_others_are_told_that_it_is_taken()
    {
        var clinic = await host.Clinic();
        var time = await host.Time(clinic);
        var people = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => host.Person()));

        var answers = await Task.WhenAll(people.Select(person => Code(time, person)));

        Assert.Equal(1, answers.Count(code => code == "booked"));
        Assert.Equal(63, answers.Count(code => code == "time-taken"));
        Assert.Equal(1L, await host.Database.Ask<long>($"select count(*) from booked_times where time_id = '{time}'"));
    }

    [Fact]
    public async Task The_database_itself_keeps_two_bookings_of_a_time_apart()
    {
        var booked = await host.Booked(await host.Clinic());

        var fault = await Assert.ThrowsAsync<PostgresException>(() => host.Database.Execute(
            $"""
            insert into booked_times (id, version, time_id, person, booked_at, digest)
            select gen_random_uuid(), 1, time_id, gen_random_uuid(), booked_at, digest
            from booked_times where id = '{booked.BookingId}'
            """));

        Assert.Equal("ux_booked_times_holding", fault.ConstraintName);
    }

    [Fact]
    public async Task Rebooks_in_one_step_or_not_at_all()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var (taken, free) = (await host.Time(clinic), await host.Time(clinic, Monday.AddMinutes(15)));
        await host.Booked(clinic, taken);
        var first = await host.Booked(clinic, await host.Time(clinic), person);

        await Refused("time-taken", Asked(taken, person, first.BookingId));
        Assert.Equal(first.BookingId, Assert.Single(await Bookings(person)).BookingId);
        var second = await host.Bookings().BookTimeAsync(Asked(free, person, first.BookingId));

        var (old, now) = (await Bookings(person, withCancelled: true)) is [var one, var two] ? (one, two) : default;
        Assert.Equal((first.BookingId, CancelReason.Rebooked, 2), (old!.BookingId, old.CancelReason, old.Version));
        Assert.Equal((second.BookingId, CancelReason.Unspecified), (now!.BookingId, now.CancelReason));
        Assert.Equal([first.Time.TimeId], await host.Free(clinic));
        var third = await host.Time(clinic, Monday.AddHours(5));
        await Refused("cancelled-already", Asked(third, person, first.BookingId));
        await Refused(Refusal.NotFound, Asked(third, await host.Person(), second.BookingId));
    }

    [Fact]
    public async Task Two_who_change_places_at_once_never_wait_for_each_other()
    {
        var clinic = await host.Clinic();
        var (a, b) = (await host.Booked(clinic), await host.Booked(clinic));

        foreach (var _ in Enumerable.Range(0, 5))
            Assert.Equal(["time-taken", "time-taken"], await Task.WhenAll(
                Code(b.Time.TimeId, a.PersonNumber, a.BookingId), Code(a.Time.TimeId, b.PersonNumber, b.BookingId)));
    }

    [Fact]
    public async Task Each_rule_refuses_with_its_own_code_and_changes_nothing()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var time = await host.Time(clinic);
        await Refused("person-unknown", Asked(time, host.Numbers.Adult()));
        await Refused("person-deceased", Asked(
            time, await host.Person(change: said => said.Deceased = ChoiceHost.Today)));
        await Refused("time-for-listed", Asked(
            await host.Time(clinic, change: row => row.IsForListed = true), person));
        await Refused(Refusal.NotFound, Asked(Guid.CreateVersion7().ToString(), person));
        var gone = await host.Time(clinic);
        await host.BookingsAt(clinic).PublishTimesAsync(new() { WithdrawnTimeIds = { gone } });
        await Refused("time-withdrawn", Asked(gone, person));
        var begun = await host.Time(clinic);
        await host.Database.Execute($"update bookable_times set starts_at = '2026-11-20 13:00Z' where id = '{begun}'");
        await Refused("time-passed", Asked(begun, person));
        var booked = await host.Booked(clinic, time, person);
        await Refused("person-busy", Asked(await host.Time(clinic, Monday.AddMinutes(29)), person));
        var taken = Asked(time, await host.Person());
        taken.BookingId = booked.BookingId;
        Assert.Equal(booked.BookingId, (await Refused("booking-id-taken", taken)).Facts["existingId"]);
        var last = await host.Time(clinic);
        await host.Database.Execute($"update clinics set closed_from = '2026-11-23' where id = '{clinic}'");
        await Refused("clinic-closed", Asked(last, await host.Person()));
    }

    [Fact]
    public async Task Who_is_listed_by_the_day_may_book_what_is_kept_for_the_listed()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var time = await host.Time(clinic, change: row => row.IsForListed = true);
        await host.Listed(clinic, person);

        Assert.True((await host.Booked(clinic, time, person)).Time.IsForListed);
    }

    [Fact]
    public async Task Guardians_book_for_a_child_by_the_regions_rule()
    {
        var (clinic, mother) = (await host.Clinic(), await host.Person());
        var child = await host.Person(host.Child(), guardians: mother);
        var request = Asked(await host.Time(clinic), child);
        await Refused("guardian-needed", request);
        request.GuardianNumbers.Add(await host.Person());
        await Refused("wrong-guardian", request);
        request.GuardianNumbers[0] = mother;

        Assert.Equal(child, (await host.Bookings().BookTimeAsync(request)).PersonNumber);
    }

    [Fact]
    public async Task Staff_book_at_their_own_clinic_only()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        var (time, person) = (await host.Time(clinic), await host.Person());

        await host.Refuses(ChoiceHost.StaffAt(other), Refusal.NotFound, Book(Asked(time, person)));
        await host.Refuses(ChoiceHost.Stockholmer, Refusal.NotFound, Book(Asked(time, person)));
        Assert.Equal(time, (await host.BookingsAt(clinic).BookTimeAsync(Asked(time, person))).Time.TimeId);
    }

    [Fact]
    public async Task Refuses_malformed_input_all_at_once() => await host.RefusesInput(
        [
            "bookingId required", "timeId malformed", "personNumber national-number-missing",
            "replacesBookingId malformed", "guardianNumbers too-many",
            .. Enumerable.Range(0, 4).Select(i => $"guardianNumbers[{i}] national-number-missing"),
        ],
        Book(new() { TimeId = "x", ReplacesBookingId = "y", GuardianNumbers = { "", "", "", "", "" } }));

    [Fact]
    public async Task Lets_in_only_staff_the_administration_and_partner_systems() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"],
        Book(Asked(await host.Time(await host.Clinic()), await host.Person())));

    [Fact]
    public async Task A_booking_follows_its_person_to_the_lasting_number()
    {
        var (old, number) = (await host.Person(host.Numbers.Reserve()), host.Numbers.Adult());
        var booked = await host.Booked(await host.Clinic(), person: old);

        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });

        Assert.Equal(
            (booked.BookingId, number), ((await Bookings(number))[0].BookingId, (await Bookings(old))[0].PersonNumber));
    }

    private async Task<IReadOnlyList<Contracts.Listing.V1.Booking>> Bookings(string person, bool withCancelled = false)
    {
        var request = new LookUpBookingsRequest { PersonNumber = person, WithCancelled = withCancelled };
        return (await host.Bookings().LookUpBookingsAsync(request)).Bookings;
    }

    private async Task<string> Code(string time, string person, string replaces = "")
    {
        using var channel = GrpcChannel.ForAddress(host.Address);
        var token = "Bearer " + host.Identity.Token(ChoiceHost.Partner);
        try
        {
            await new Client(channel).BookTimeAsync(
                Asked(time, person, replaces), new Metadata { { "authorization", token } });
            return "booked";
        }
        catch (RpcException error)
        {
            return Refusal.Of(error).Code;
        }
    }

    private Task<Refusal> Refused(string code, BookTimeRequest request) =>
        host.Refuses(ChoiceHost.Partner, code, Book(request));

    private static Func<CallInvoker, CallOptions, Task> Book(BookTimeRequest request) =>
        async (rpc, options) => await new Client(rpc).BookTimeAsync(request, options);
}
