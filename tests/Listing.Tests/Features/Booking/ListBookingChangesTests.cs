using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using static NaraVard.Listing.Tests.Features.Booking.BookingStory;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

[Collection(OneChoice.Name)]
public sealed class ListBookingChangesTests(ChoiceHost host)
{
    [Fact]
    public async Task A_clinic_reads_what_is_booked_and_cancelled_as_it_is_now()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var made = await host.Booked(clinic, person: person);
        await host.Booked(await host.Clinic());
        var first = await Read(clinic);

        var instead = await host.Bookings().BookTimeAsync(
            Asked(await host.Time(clinic, Monday.AddDays(1)), person, made.BookingId));

        var second = await Read(clinic, first.NextCursor);
        Assert.Equal([(made.BookingId, made)], first.Changes.Select(one => (one.BookingId, one.Booking)));
        Assert.Equal(
            [(made.BookingId, CancelReason.Rebooked), (instead.BookingId, CancelReason.Unspecified)],
            second.Changes.Select(one => (one.BookingId, one.Booking.CancelReason)));
        Assert.Empty((await host.BookingsAt(clinic).ListBookingChangesAsync(
            new() { Cursor = second.NextCursor })).Changes);
        Assert.Contains(
            instead.BookingId, (await All(ListingHost.Admin)).Select(one => one.BookingId));
    }

    [Fact]
    public async Task What_may_be_seen_no_more_is_told_as_removed()
    {
        var clinic = await host.Clinic();
        var made = await host.Booked(clinic);
        await host.Database.Execute(
            $"update bookable_times set region = '99' where id = '{made.Time.TimeId}'");

        var delta = Assert.Single((await Read(clinic)).Changes);

        Assert.Equal((made.BookingId, true, null), (delta.BookingId, delta.IsRemoved, delta.Booking));
    }

    [Fact]
    public Task Refuses_a_cursor_that_is_none() => host.RefusesInput(
        ["cursor malformed", "limit out-of-range"], List(new() { Cursor = "x", Limit = -1 }));

    [Fact]
    public Task Lets_in_only_staff_since_other_systems_see_bookings_by_person() =>
        host.LetsInOnly(["listing-admin", "clinician", "unit-manager"], List(new()));

    /// <summary>The changes after a cursor; they come when transactions that began earlier have ended.</summary>
    private async Task<ListBookingChangesResponse> Read(string clinic, string cursor = "")
    {
        var page = new ListBookingChangesResponse();
        await host.Until("the change is told", async () =>
        {
            page = await host.BookingsAt(clinic).ListBookingChangesAsync(new() { Cursor = cursor });
            return page.Changes.Count > 0;
        });
        return page;
    }

    private async Task<IReadOnlyList<BookingDelta>> All(NaraVard.Testing.TestUser user)
    {
        var all = new List<BookingDelta>();
        for (var page = new ListBookingChangesResponse { HasMore = true }; page.HasMore; all.AddRange(page.Changes))
            page = await host.BookingsBy(user).ListBookingChangesAsync(
                new() { Cursor = page.NextCursor, Limit = 100 });
        return all;
    }

    private static Func<CallInvoker, CallOptions, Task> List(ListBookingChangesRequest request) =>
        async (rpc, options) => await new Client(rpc).ListBookingChangesAsync(request, options);
}
