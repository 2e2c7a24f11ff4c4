using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Handoff.Features;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Following;

public sealed class RaiseOverdueTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Tells_once_that_nobody_took_it_in_time_and_both_sides_see_it()
    {
        var id = await host.Received();
        var due = (await host.Read(id)).DueAt.ToDateTimeOffset();

        host.Clock.Advance(TimeSpan.FromMinutes(16));
        var said = await host.Heard<HandoffOverdue>(id);

        Assert.Equal(("1780", due), (said.KommunCode, said.DueAt));
        Assert.True(said.OccurredAt >= due);
        Assert.True((await host.Read(id)).IsOverdue);
        Assert.True((await host.Er.GetSentHandoffAsync(new() { HandoffId = id })).IsOverdue);
    }

    [Fact]
    public async Task Says_no_more_of_it_later_and_still_shows_that_it_was_late()
    {
        var id = await host.Received();
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        await host.Heard<HandoffOverdue>(id);

        host.Clock.Advance(TimeSpan.FromMinutes(60));
        await host.Er.EndHandoffAsync(new() { HandoffId = id, Reason = EndReason.Left });
        await host.Heard<HandoffClosed>(id);

        Assert.Single(host.Ears.All<HandoffOverdue>(id));
        Assert.True((await host.Read(id)).IsOverdue);
    }

    [Fact]
    public async Task Says_nothing_of_one_that_is_taken_in_time()
    {
        var id = await host.Acknowledged();

        host.Clock.Advance(TimeSpan.FromMinutes(60));
        await host.Services.GetRequiredService<RaiseOverdue>().Raise(CancellationToken.None);

        Assert.False((await host.Read(id)).IsOverdue);
        Assert.Empty(host.Ears.All<HandoffOverdue>(id));
    }

    [Fact]
    public async Task Tells_again_when_the_next_desk_is_late_too()
    {
        var id = await host.Received();
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        await host.Heard<HandoffOverdue>(id);
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });
        Assert.False((await host.Read(id, People.Hanna)).IsOverdue);

        host.Clock.MoveTo((await host.Read(id, People.Hanna)).DueAt.ToDateTimeOffset().AddMinutes(1));

        await host.Until("the second desk is late", () => host.Ears.All<HandoffOverdue>(id).Count == 2);
        Assert.Equal(["1780", "1761"], host.Ears.All<HandoffOverdue>(id).Select(said => said.KommunCode));
    }

    [Fact]
    public async Task Tells_once_when_many_look_at_the_same_time()
    {
        var id = await host.Received();
        await host.Database.Execute($"update handoffs set due_at = due_at - interval '1 hour' where id = '{id}'");
        var job = host.Services.GetRequiredService<RaiseOverdue>();

        var raised = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => job.Raise(CancellationToken.None)));

        Assert.Equal(1, raised.Sum());
        Assert.Equal(2, (await host.Read(id)).Version);
    }

    [Fact]
    public async Task Does_not_count_the_hours_when_the_desk_is_closed()
    {
        var evening = host.Now.Date.AddDays(7).AddHours(20);
        host.Clock.MoveTo(new(evening, TimeSpan.Zero));
        var id = await host.Received(ask => ask.KommunCode = "1761");

        host.Clock.Advance(TimeSpan.FromHours(6));
        await host.Services.GetRequiredService<RaiseOverdue>().Raise(CancellationToken.None);

        Assert.False((await host.Read(id, People.Hanna)).IsOverdue);
    }
}
