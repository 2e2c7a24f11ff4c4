using NaraVard.Events.Er;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Tests.Features.Hearing;

public sealed class OnErVisitStartedTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Notes_the_visit_once_and_says_nothing()
    {
        var ask = host.Ask();
        var told = new ErVisitStarted
        {
            VisitId = Guid.CreateVersion7(),
            PersonKey = host.KeyOf(ask.Person.Number).ToString(),
            OccurredAt = StockholmTime.Local(host.Now),
        };
        var (delivery, last) = (Guid.CreateVersion7(), told with { VisitId = Guid.CreateVersion7() });

        await host.Tell(told, delivery);
        await host.Tell(told, delivery);
        await host.Tell(told);
        await host.Tell(last);
        await host.Until("the last is noted", async () => await host.Noted(last.VisitId) == 1);

        Assert.Equal(1, await host.Noted(told.VisitId));
        Assert.Equal(0, await host.SaidOf(ask));
    }
}
