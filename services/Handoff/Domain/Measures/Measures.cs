using NaraVard.Handoff.Domain.Outcomes;

namespace NaraVard.Handoff.Domain.Measures;

/// <summary>A share with what it is counted from; hidden when too few are counted.</summary>
internal readonly record struct Share(int Count, int OfCount)
{
    public bool IsHidden => OfCount < Measures.CountMin;

    public double Percent => Math.Round(100.0 * Count / OfCount, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Waiting minutes; hidden when too few are counted.</summary>
internal readonly record struct Waiting(int OfCount, double MedianMinutes)
{
    public bool IsHidden => OfCount < Measures.CountMin;
}

/// <summary>What the handoffs of a period led to (DOMAIN B9.3).</summary>
internal sealed record Measures(
    Share AvoidedAdmissions,
    Share ReturnsIn72Hours,
    Share ReturnsIn30Days,
    Share Declined,
    Share WrongKommun,
    Share StartedBeforeHome,
    Waiting RequestToAcknowledge,
    Waiting AcknowledgeToOutcome)
{
    /// <summary>Fewer are never shown (DOMAIN B1.3, B9.3).</summary>
    public const int CountMin = 20;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(72);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>
    /// Counts. Avoided admission: home at the same visit and no admission within 72 hours. Returns are counted from the
    /// homecoming; of those who went home.
    /// </summary>
    public static Measures Of(IReadOnlyCollection<HandoffFacts> all)
    {
        var home = all.Where(facts => facts.WentHomeAt is not null).ToList();
        var answered = all.Where(facts => facts.Outcome is not null).ToList();
        var helped = home.Where(facts => facts.HelpStartsAt is not null).ToList();
        return new Measures(
            new Share(home.Count(facts => !Within(facts.WentHomeAt, facts.NextAdmissionAt, Soon)), all.Count),
            new Share(home.Count(facts => Within(facts.WentHomeAt, facts.NextErVisitAt, Soon)), home.Count),
            new Share(home.Count(facts => Within(facts.WentHomeAt, facts.NextErVisitAt, Month)), home.Count),
            new Share(answered.Count(facts => facts.Outcome == OutcomeKind.DeclinedByPerson), answered.Count),
            new Share(all.Count(WentWrong), all.Count),
            new Share(helped.Count(facts => facts.HelpStartsAt <= facts.WentHomeAt), helped.Count),
            Minutes(all.Select(facts => facts.AcknowledgedAt - facts.RequestedAt)),
            Minutes(all.Select(facts => facts.AnsweredAt - facts.AcknowledgedAt)));
    }

    private static bool WentWrong(HandoffFacts facts) =>
        facts.WasForwarded || facts.Outcome == OutcomeKind.NotRegisteredHere;

    private static bool Within(DateTimeOffset? from, DateTimeOffset? then, TimeSpan span) =>
        then is not null && then >= from && then - from <= span;

    private static Waiting Minutes(IEnumerable<TimeSpan?> waits)
    {
        var minutes = waits.OfType<TimeSpan>().Select(wait => wait.TotalMinutes).Order().ToArray();
        if (minutes.Length == 0)
            return new Waiting(0, 0);
        var upper = minutes[minutes.Length / 2];
        var lower = minutes[(minutes.Length - 1) / 2];
        return new Waiting(minutes.Length, Math.Round((upper + lower) / 2, 1, MidpointRounding.AwayFromZero));
    }
}
