using NaraVard.Faults.Worker;
using Xunit.Abstractions;

namespace NaraVard.Faults.Tests;

/// <summary>
/// What is promised: each committed event has its effect at each consumer once. Events of one person and type have
/// their effects in the order of their commits, with two exceptions that only an operator makes: what a consumer has
/// refused comes when it is replayed, and the later ones do not wait for it; what is discarded never comes. What
/// cannot be sent holds back the later ones of its person, and so loses no order.
/// </summary>
public sealed class KillLoopTests(KillLoop loop, ITestOutputHelper output) : IClassFixture<KillLoop>
{
    [Fact]
    public void Every_step_was_a_process_s_last_on_both_sides()
    {
        output.WriteLine(loop.Report);
        var all = from step in Enum.GetValues<Step>() from side in Enum.GetValues<Side>() select new Moment(step, side);

        Assert.Empty(all.Except(loop.Killed));
        Assert.True(loop.Killed.Count + loop.BrokerKills + loop.DatabaseKills >= 50, loop.Report);
        Assert.True(loop.BrokerKills > 2 && loop.DatabaseKills > 2, loop.Report);
    }

    [Fact]
    public void What_a_writer_acknowledged_is_committed()
    {
        var committed = loop.AtRest.Said.Select(said => $"said {said}").ToHashSet();

        Assert.True(loop.Acknowledged.Count > 9000, loop.Report);
        None(loop.Acknowledged.Where(said => !committed.Contains(said)));
    }

    [Fact]
    public void Each_committed_event_has_its_effects_once_and_nothing_else_has_any()
    {
        var due = KillLoop.Due(loop.AtRest).Except(loop.AtRest.GivenUp).ToHashSet();

        None(due.Except(loop.AtRest.Done));
        None(loop.AtRest.Done.Except(due));
        None(loop.AtRest.Done.GroupBy(done => done).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void A_persons_events_have_their_effects_in_the_order_of_their_commits() =>
        None(loop.AtRest.OutOfOrder(_ => true));

    [Fact]
    public void The_error_queues_hold_what_is_poisoned_with_its_reason_and_nothing_else()
    {
        var poisoned = KillLoop.Due(loop.AtRest).Where(done => done.Consumer == nameof(OnEntered))
            .Join(loop.AtRest.Said.Where(said => said.IsPoison), done => (done.Person, done.Number),
                said => (said.Person, said.Number), (done, _) => done)
            .ToHashSet();
        // A copy that came again when its process had died before the ack may have been overtaken.
        var withReason = loop.AtRest.Refused.Where(one => one.Reason == "It cannot be taken.")
            .Select(one => new Done(one.Consumer, one.Person, one.Number));

        None(poisoned.Except(loop.AtRest.GivenUp));
        None(loop.AtRest.GivenUp.Except(poisoned));
        None(poisoned.Except(withReason));
    }

    [Fact]
    public void What_cannot_be_sent_is_parked_with_its_reason_and_holds_back_its_person()
    {
        var unsendable = loop.AtRest.Said.Where(said => said.IsUnsendable).Select(said => said.Person).ToHashSet();

        Assert.NotEmpty(unsendable);
        Assert.Equal(unsendable.Order(), loop.AtRest.Parked.Select(parked => parked.Person).Order());
        None(loop.AtRest.Parked.Where(parked => parked.HeldBack != 2));
        None(loop.AtRest.Parked.Where(one => !one.Reason.Contains("cannot be read", StringComparison.Ordinal)));
    }

    [Fact]
    public void Replay_brings_what_was_given_up_once_and_what_waited_behind_it_in_order()
    {
        var poisoned = loop.Replayed.Said.Where(said => said.IsPoison)
            .Select(said => new Done(nameof(OnEntered), said.Person, said.Number)).ToHashSet();
        var due = loop.Replayed.Said.Where(said => !loop.IsDiscarded(said)).SelectMany(Findings.EffectsOf).ToHashSet();

        None(due.Except(loop.Replayed.Done));
        None(loop.Replayed.Done.Except(due));
        None(loop.Replayed.Done.GroupBy(done => done).Where(group => group.Count() > 1).Select(group => group.Key));
        None(loop.Replayed.OutOfOrder(done => !poisoned.Contains(done)));
        None(loop.Replayed.Refused);
        None(loop.Replayed.Parked);
    }

    private void None<T>(IEnumerable<T> wrong)
    {
        var all = wrong.ToList();
        Assert.True(all.Count == 0, $"{loop.Report}\n{all.Count} such: {string.Join("\n", all.Take(10))}");
    }
}
