using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>For each code of booking, a request that is refused with it.</summary>
internal sealed class BookingErrorRows(RunningSuite suite)
{
    private const string Begun = "starts_at = '2026-11-20 13:00Z'";

    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All => new Dictionary<string, Func<Task<Answer>>>
    {
        ["time-taken"] = async () => await Book((await BookingStory.Booked(suite))["timeId"]!.GetValue<string>()),
        ["time-withdrawn"] = async () =>
            await Book(await BookingStory.Time(suite, "withdrawn_at = '2026-11-20 12:00Z'")),
        ["time-passed"] = async () => await Book(await BookingStory.Time(suite, Begun)),
        ["time-for-listed"] = async () => await Book(await BookingStory.Time(suite, "is_for_listed = true")),
        ["person-busy"] = async () => await Send("BookTime", await BookingStory.Ask(
            suite, person: (await BookingStory.Booked(suite))["personNumber"]!.GetValue<string>())),
        ["booking-id-taken"] = async () =>
        {
            var booked = await BookingStory.Booked(suite);
            return await Send("BookTime", booked.With("timeId", await BookingStory.Time(suite)));
        },
        ["cancelled-already"] = async () =>
        {
            var cancelling = await BookingStory.Cancelling(suite);
            await Send("CancelBooking", cancelling);
            return await Send("CancelBooking", cancelling.With("reason", "CANCEL_REASON_CLINIC"), BookingStory.Staff);
        },
        ["too-late-to-cancel"] = async () => await Send("CancelBooking", await BookingStory.Cancelling(
            suite, await BookingStory.Booked(suite, await BookingStory.Ask(
                suite, await BookingStory.Time(suite, "starts_at = '2026-11-20 15:00Z'"))))),
        ["cancelling-needs-staff"] = async () =>
            await Send("CancelBooking", await BookingStory.Cancelling(suite, reason: "CLINIC")),
    };

    private async Task<Answer> Book(string time) => await Send("BookTime", await BookingStory.Ask(suite, time));

    private Task<Answer> Send(string rpc, JsonObject request, TestUser? user = null) =>
        BookingStory.Send(suite, rpc, request, user, Way.JsonAtGateway);
}
