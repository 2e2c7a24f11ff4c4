using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

[Collection(OneChoice.Name)]
public sealed class CancelBookingTests(ChoiceHost host)
{
    [Fact]
    public async Task The_time_is_free_at_once_another_has_it_and_the_booking_is_kept()
    {
        var told = await host.Hear<TimeCancelled>();
        var clinic = await host.Clinic();
        var booked = await host.Booked(clinic);
        var request = Cancelling(booked, CancelReason.OwnWish);

        var cancelled = await host.Bookings().CancelBookingAsync(request);

        Assert.Equal((CancelReason.OwnWish, 2), (cancelled.CancelReason, cancelled.Version));
        Assert.Equal(cancelled, await host.Bookings().CancelBookingAsync(request));
        Assert.Equal([booked.Time.TimeId], await host.Free(clinic));
        await host.Booked(clinic, booked.Time.TimeId);
        Assert.Equal(2L, await host.Database.Ask<long>(
            $"select count(*) from booked_times where time_id = '{booked.Time.TimeId}'"));
        await host.Until("it is told", () => told.Any(one => one.BookingId.ToString() == booked.BookingId));
        var said = told.Single(one => one.BookingId.ToString() == booked.BookingId);
        Assert.Equal((clinic, "CANCEL_REASON_OWN_WISH"), (said.ClinicId, said.Reason));
    }

    [Fact]
    public async Task From_a_day_before_only_the_clinic_cancels_and_from_the_beginning_nobody()
    {
        var clinic = await host.Clinic();
        var booked = await host.Booked(clinic, await host.Time(clinic, new(2026, 11, 21, 13, 0, 0, TimeSpan.Zero)));
        var begun = await host.Booked(clinic);
        await host.Database.Execute(
            $"update bookable_times set starts_at = '2026-11-20 13:00Z' where id = '{begun.Time.TimeId}'");

        await host.Refuses(ChoiceHost.Partner, "too-late-to-cancel", Cancel(booked));
        await host.Refuses(ChoiceHost.Partner, "cancelling-needs-staff", Cancel(booked, CancelReason.Clinic));
        await host.Refuses(ChoiceHost.StaffAt(clinic), "time-passed", Cancel(begun, CancelReason.Clinic));
        var cancelled = await host.BookingsAt(clinic).CancelBookingAsync(Cancelling(booked, CancelReason.Clinic));
        Assert.Equal(CancelReason.Clinic, cancelled.CancelReason);
        await host.Refuses(ChoiceHost.StaffAt(clinic), "cancelled-already", Cancel(booked));
    }

    [Fact]
    public async Task What_is_another_clinics_or_regions_is_not_there()
    {
        var booked = await host.Booked(await host.Clinic());

        await host.Refuses(ChoiceHost.StaffAt(await host.Clinic()), Refusal.NotFound, Cancel(booked));
        await host.Refuses(ChoiceHost.Stockholmer, Refusal.NotFound, Cancel(booked));
    }

    [Fact]
    public async Task Refuses_malformed_input_all_at_once() => await host.RefusesInput(
        ["bookingId malformed", "reason not-by-hand"], Cancel(new() { BookingId = "x" }, CancelReason.Deceased));

    [Fact]
    public async Task Lets_in_only_staff_the_administration_and_partner_systems() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"], Cancel(await host.Booked(await host.Clinic())));

    private static CancelBookingRequest Cancelling(Contracts.Listing.V1.Booking booking, CancelReason reason) =>
        new() { BookingId = booking.BookingId, Reason = reason };

    private static Func<CallInvoker, CallOptions, Task> Cancel(
        Contracts.Listing.V1.Booking booking, CancelReason reason = CancelReason.OwnWish) =>
        async (rpc, options) => await new Client(rpc).CancelBookingAsync(Cancelling(booking, reason), options);
}
