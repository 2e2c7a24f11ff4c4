using NaraVard.Handoff.Domain.Measures;
using NaraVard.Handoff.Domain.Outcomes;

namespace NaraVard.Handoff.Tests.Domain.Measures;

public sealed class MeasuresTests
{
    [Fact]
    public void Counts_as_a_hand_does()
    {
        var all = Enumerable.Range(0, 40).Select(Row).ToList();

        var measures = Handoff.Domain.Measures.Measures.Of(all);

        // By hand: 30 of 40 went home (10 were admitted at once); of the 30, row 0 was admitted after 24 h.
        Assert.Equal(new Share(29, 40), measures.AvoidedAdmissions);
        Assert.Equal(72.5, measures.AvoidedAdmissions.Percent);
        Assert.Equal(new Share(3, 30), measures.ReturnsIn72Hours);
        Assert.Equal(new Share(8, 30), measures.ReturnsIn30Days);
        Assert.Equal(new Share(4, 40), measures.Declined);
        Assert.Equal(new Share(2, 40), measures.WrongKommun);
        Assert.Equal(new Share(12, 26), measures.StartedBeforeHome);
        Assert.Equal(new Waiting(40, 24.5), measures.RequestToAcknowledge);
        Assert.Equal(new Waiting(40, 30), measures.AcknowledgeToOutcome);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void Hides_what_is_counted_from_fewer_than_twenty(int count, bool isHidden)
    {
        var measures = Handoff.Domain.Measures.Measures.Of([.. Enumerable.Range(0, count).Select(Row)]);

        Assert.Equal(isHidden, measures.AvoidedAdmissions.IsHidden);
        Assert.Equal(isHidden, measures.RequestToAcknowledge.IsHidden);
    }

    [Theory]
    [InlineData(72, 0, true)]
    [InlineData(72, 1, false)]
    public void Seventy_two_hours_are_counted_to_the_minute(int hours, int minutes, bool counts)
    {
        var home = A.Now;
        var row = Row(39) with { WentHomeAt = home, NextErVisitAt = home.AddHours(hours).AddMinutes(minutes) };

        Assert.Equal(counts ? 1 : 0, Handoff.Domain.Measures.Measures.Of([row]).ReturnsIn72Hours.Count);
    }

    [Fact]
    public void Counts_nothing_from_nothing() =>
        Assert.True(Handoff.Domain.Measures.Measures.Of([]).RequestToAcknowledge.IsHidden);

    private static HandoffFacts Row(int i)
    {
        var wentHome = i < 30 ? A.Now.AddHours(3) : (DateTimeOffset?)null;
        var declined = i is >= 26 and < 30;
        return new HandoffFacts(
            RequestedAt: A.Now,
            AcknowledgedAt: A.Now.AddMinutes(5 + i),
            AnsweredAt: A.Now.AddMinutes(35 + i),
            Outcome: declined ? OutcomeKind.DeclinedByPerson
                : i == 39 ? OutcomeKind.NotRegisteredHere : OutcomeKind.EffortOnHomecoming,
            HelpStartsAt: i < 26 ? A.Now.AddHours(i < 12 ? 2 : 4) : null,
            WasForwarded: i == 38,
            WentHomeAt: wentHome,
            NextAdmissionAt: i == 0 ? wentHome?.AddHours(24) : i >= 30 ? A.Now.AddHours(2) : null,
            NextErVisitAt: i switch
            {
                < 3 => wentHome?.AddHours(48),
                < 8 => wentHome?.AddDays(20),
                8 => wentHome?.AddDays(31),
                _ => null,
            });
    }
}
