using Google.Protobuf.WellKnownTypes;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

/// <summary>Brings times and bookings to where a test begins.</summary>
internal static class BookingStory
{
    /// <summary>Monday, 23 November 2026, 09:00 in Sweden; the clock stands on the Friday before.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A partner system, as 1177.</summary>
    public static Client Bookings(this ChoiceHost host) => new(host.As(ChoiceHost.Partner));

    public static Client BookingsBy(this ChoiceHost host, TestUser user) => new(host.As(user));

    public static Client BookingsAt(this ChoiceHost host, string clinic) => new(host.As(ChoiceHost.StaffAt(clinic)));

    /// <summary>A doctor's half hour, open for all; <paramref name="change"/> makes it another.</summary>
    public static TimeRow Row(DateTimeOffset? at = null, Action<TimeRow>? change = null)
    {
        var row = new TimeRow
        {
            TimeId = Guid.CreateVersion7().ToString(),
            StartsAt = Timestamp.FromDateTimeOffset(at ?? Monday),
            Minutes = 30,
            Resource = "lakare-1",
            Profession = Profession.Doctor,
            Form = ContactForm.Visit,
            Errand = Errand.NewProblem,
        };
        change?.Invoke(row);
        return row;
    }

    /// <summary>Publishes the times at the clinic.</summary>
    public static async Task Published(this ChoiceHost host, string clinic, params TimeRow[] rows)
    {
        var answer = await host.BookingsAt(clinic).PublishTimesAsync(new() { Times = { rows } });
        Assert.All(answer.Times, row => Assert.Equal(RowOutcome.Kept, row.Outcome));
    }

    /// <summary>A published time; its id.</summary>
    public static async Task<string> Time(
        this ChoiceHost host, string clinic, DateTimeOffset? at = null, Action<TimeRow>? change = null)
    {
        var row = Row(at, one =>
        {
            one.Resource = one.TimeId;
            change?.Invoke(one);
        });
        await host.Published(clinic, row);
        return row.TimeId;
    }

    public static BookTimeRequest Asked(string time, string person, string replaces = "") => new()
    {
        BookingId = Guid.CreateVersion7().ToString(),
        TimeId = time,
        PersonNumber = person,
        ReplacesBookingId = replaces,
    };

    /// <summary>Somebody new has booked the time, or a new one at the clinic.</summary>
    public static async Task<Contracts.Listing.V1.Booking> Booked(
        this ChoiceHost host, string clinic, string? time = null, string? person = null) =>
        await host.Bookings().BookTimeAsync(
            Asked(time ?? await host.Time(clinic), person ?? await host.Person()));

    /// <summary>The ids of the clinic's free times, in their order.</summary>
    public static async Task<IReadOnlyList<string>> Free(this ChoiceHost host, string clinic) =>
        [.. (await host.Bookings().SearchTimesAsync(new() { ClinicIds = { clinic } })).Times.Select(one => one.TimeId)];
}
