using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Features;
using NaraVard.Listing.Tests.Features.Choosing;
using static NaraVard.Listing.Tests.Features.Booking.BookingStory;

namespace NaraVard.Listing.Tests.Features.Booking;

public sealed class CallingOffTests(ChoiceHost host) : IClassFixture<ChoiceHost>
{
    [Fact]
    public async Task Who_has_died_comes_to_no_booked_time_and_the_clinic_is_told()
    {
        var told = await host.Hear<TimeCancelled>();
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var (booked, others) = (await host.Booked(clinic, person: person), await host.Booked(clinic));
        await host.Persons.RecordDeathAsync(new() { Number = person, Day = "2026-11-20" });

        await Step();

        Assert.Equal(CancelReason.Deceased, (await Of(booked)).CancelReason);
        Assert.Equal(CancelReason.Unspecified, (await Of(others)).CancelReason);
        Assert.Equal([booked.Time.TimeId], await host.Free(clinic));
        await host.Until("the clinic is told", () => told.Any(one =>
            one.BookingId.ToString() == booked.BookingId && one.Reason == "CANCEL_REASON_DECEASED"
            && one.ClinicId == clinic));
    }

    [Fact]
    public async Task A_clinic_that_closes_keeps_no_booking_from_that_day()
    {
        var clinic = await host.Clinic();
        var (before, after) = (await host.Booked(clinic), await host.Booked(
            clinic, await host.Time(clinic, Monday.AddDays(1))));
        await host.Database.Execute($"update clinics set closed_from = '2026-11-24' where id = '{clinic}'");

        await Step();

        Assert.Equal((CancelReason.Unspecified, CancelReason.ClinicClosed),
            ((await Of(before)).CancelReason, (await Of(after)).CancelReason));
    }

    private Task<int> Step() => host.Services.GetRequiredService<KeepInStep>().Step(CancellationToken.None);

    private async Task<Contracts.Listing.V1.Booking> Of(Contracts.Listing.V1.Booking booking) =>
        (await host.BookingsBy(ListingHost.Admin).LookUpBookingsAsync(
            new() { ClinicId = booking.Time.ClinicId, WithCancelled = true }))
        .Bookings.Single(one => one.BookingId == booking.BookingId);
}
