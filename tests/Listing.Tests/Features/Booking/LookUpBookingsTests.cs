using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using static NaraVard.Listing.Tests.Features.Booking.BookingStory;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

[Collection(OneChoice.Name)]
public sealed class LookUpBookingsTests(ChoiceHost host)
{
    [Fact]
    public async Task A_persons_bookings_come_in_their_order_page_by_page()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var late = await host.Booked(clinic, await host.Time(clinic, Monday.AddDays(7)), person);
        var early = await host.Booked(clinic, await host.Time(clinic), person);
        await host.Booked(clinic);

        var all = await host.Bookings().LookUpBookingsAsync(new() { PersonNumber = person });
        var second = await host.Bookings().LookUpBookingsAsync(new() { PersonNumber = person, Limit = 1, Page = 2 });
        var later = await host.Bookings().LookUpBookingsAsync(new()
        {
            PersonNumber = person,
            From = Timestamp.FromDateTimeOffset(Monday.AddDays(1)),
        });

        Assert.Equal([early, late], all.Bookings);
        Assert.Equal((late, 2), (Assert.Single(second.Bookings), second.Meta.TotalRecords));
        Assert.Equal([late], later.Bookings);
    }

    [Fact]
    public async Task A_clinic_sees_its_own_bookings_and_who_is_protected_only_masked()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        var hidden = await host.Person(
            change: said => said.Protection = Listing.Domain.Persons.Protection.SecrecyMarking);
        var booked = await host.Booked(clinic, person: hidden);

        var seen = Assert.Single((await host.BookingsAt(clinic).LookUpBookingsAsync(new())).Bookings);
        var asked = new LookUpBookingsRequest { ClinicId = clinic };

        Assert.Equal((booked.BookingId, "********-****"), (seen.BookingId, seen.PersonNumber));
        Assert.Single((await host.BookingsBy(ListingHost.Admin).LookUpBookingsAsync(asked)).Bookings);
        Assert.Empty((await host.BookingsAt(other).LookUpBookingsAsync(asked)).Bookings);
        Assert.Empty((await host.BookingsAt(other).LookUpBookingsAsync(new() { PersonNumber = hidden })).Bookings);
        Assert.Empty((await host.BookingsBy(ChoiceHost.Stockholmer).LookUpBookingsAsync(asked)).Bookings);
        Assert.Equal(2L, await host.Database.Ask<long>(
            $"select count(distinct subject) from platform.access_log where resource_id = '{booked.BookingId}'"
            + $" and method like '%/LookUpBookings' and person = '{host.KeyOf(hidden)}'"));
    }

    [Fact]
    public async Task Other_systems_name_a_person_and_nobody_names_both()
    {
        var refusal = await host.Refuses(
            ChoiceHost.Partner, Refusal.Invalid, LookUp(new() { ClinicId = "SE2321000016-1A01" }));
        Assert.Equal(["clinicId not-for-partners"], refusal.Faults);
        await host.RefusesInput(["personNumber national-number-missing"], LookUp(new()));
        await host.RefusesInput(
            ["clinicId one-of", "limit out-of-range"],
            LookUp(new() { ClinicId = "SE2321000016-1A01", PersonNumber = host.Numbers.Adult(), Limit = 101 }));
    }

    [Fact]
    public async Task Lets_in_only_staff_the_administration_and_partner_systems() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"],
        LookUp(new() { PersonNumber = await host.Person() }));

    private static Func<CallInvoker, CallOptions, Task> LookUp(LookUpBookingsRequest request) =>
        async (rpc, options) => await new Client(rpc).LookUpBookingsAsync(request, options);
}
