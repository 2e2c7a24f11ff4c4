using Grpc.Core;
using NaraVard.Events.Handoff;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Tests.Features.Sending;

/// <summary>What the ER is told when the desk is closed (DOMAIN E4). Hammarö is open on weekdays, 8 to 16:30.</summary>
public sealed class DeskHoursTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Says_at_once_when_a_closed_desk_opens_and_counts_its_time_from_then()
    {
        var monday = MoveToNext(DayOfWeek.Friday, "20:00").AddDays(3);
        var opening = StockholmTime.At(monday, new(8, 0));
        var ask = host.Ask(ask => ask.KommunCode = "1761");

        var sent = await host.Er.RequestHandoffAsync(ask);

        Assert.Equal((false, opening), (sent.Desk.IsOpen, sent.Desk.OpensAt.ToDateTimeOffset()));
        Assert.Contains($"öppnar {monday:yyyy-MM-dd} kl. 08:00", sent.Desk.Notice, StringComparison.Ordinal);
        Assert.Equal(opening.AddMinutes(15), sent.DueAt.ToDateTimeOffset());
        Assert.False((await host.Heard<HandoffRequested>(ask.HandoffId)).IsDeskOpen);
    }

    [Fact]
    public async Task Carries_the_rest_of_the_target_over_to_the_next_day()
    {
        var tuesday = MoveToNext(DayOfWeek.Tuesday, "16:20");

        var sent = await host.Er.RequestHandoffAsync(host.Ask(ask => ask.KommunCode = "1761"));

        Assert.True(sent.Desk.IsOpen);
        Assert.Equal(StockholmTime.At(tuesday.AddDays(1), new(8, 5)), sent.DueAt.ToDateTimeOffset());
    }

    [Fact]
    public async Task Says_it_in_english_to_who_asks_in_english()
    {
        var saturday = MoveToNext(DayOfWeek.Saturday, "12:00");

        var sent = await host.Er.RequestHandoffAsync(
            host.Ask(ask => ask.KommunCode = "1761"), new Metadata { { "accept-language", "en" } });

        Assert.Contains($"opens {saturday.AddDays(2):yyyy-MM-dd} at 08:00", sent.Desk.Notice, StringComparison.Ordinal);
    }

    private DateOnly MoveToNext(DayOfWeek day, string time)
    {
        var date = StockholmTime.DayOf(host.Now).AddDays(1);
        while (date.DayOfWeek != day)
            date = date.AddDays(1);
        host.Clock.MoveTo(StockholmTime.At(date, TimeOnly.Parse(time, null)));
        return date;
    }
}
