using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Tests.Domain;

public sealed class HandoffCaseTests
{
    /// <summary>The whole transition table: rows are actions, columns the states in order; empty is allowed.</summary>
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Acknowledge"] =
            ["", "already-acknowledged", "already-acknowledged", "already-acknowledged", "handoff-closed"],
        ["Start"] = ["not-acknowledged", "", "already-started", "already-started", "handoff-closed"],
        ["RecordOutcome"] = ["not-acknowledged", "", "", "outcome-already-recorded", "handoff-closed"],
        ["Close"] = ["no-outcome", "no-outcome", "no-outcome", "", "handoff-closed"],
        ["Forward"] = ["", "", "", "outcome-already-recorded", "handoff-closed"],
        ["RevealNumber"] =
            ["number-not-masked", "number-not-masked", "number-not-masked", "number-not-masked", "handoff-closed"],
        ["WithdrawConsent"] = ["", "", "", "", ""],
        ["End"] = ["", "", "", "", "handoff-closed"],
    };

    public static TheoryData<string, int, string> Cells()
    {
        var cells = new TheoryData<string, int, string>();
        foreach (var (action, row) in Table)
            for (var column = 0; column < row.Length; column++)
                cells.Add(action, column + 1, row[column]);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Allows_and_refuses_each_action_in_each_state_as_the_table_says(string action, int state, string code)
    {
        var handoff = A.HandoffIn((HandoffState)state);

        var obstacle = handoff.Obstacle(Enum.Parse<HandoffAction>(action));

        Assert.Equal(code, obstacle?.Code ?? "");
    }

    [Fact]
    public void Has_a_row_for_every_action() =>
        Assert.Equal(Enum.GetNames<HandoffAction>().Order(), Table.Keys.Order());

    [Fact]
    public void Tells_who_was_first_when_two_acknowledge()
    {
        var handoff = A.HandoffIn(HandoffState.Acknowledged);

        var refusal = Assert.Throws<RuleViolation>(() => handoff.Acknowledge(A.Bengt, A.Now));

        Assert.Contains("Bibbi Berg", refusal.Text.Sv, StringComparison.Ordinal);
        Assert.Equal("Bibbi Berg", refusal.Facts["acknowledgedByName"]);
    }

    [Fact]
    public void Answers_the_same_when_the_same_worker_acknowledges_again()
    {
        var handoff = A.HandoffIn(HandoffState.Acknowledged);
        var version = handoff.Version;

        Assert.False(handoff.Acknowledge(A.Bibbi, A.Now.AddHours(1)));

        Assert.Equal(version, handoff.Version);
        Assert.Equal(A.Now.AddMinutes(5), handoff.AcknowledgedAt);
    }

    [Fact]
    public void Answers_the_same_when_the_same_outcome_is_recorded_again()
    {
        var handoff = A.HandoffIn(HandoffState.Answered);

        Assert.False(handoff.Record(A.Outcome(OutcomeKind.AdvisoryTalk), A.Bengt, A.Now));
        Assert.Throws<RuleViolation>(() => handoff.Record(A.Outcome(OutcomeKind.Information), A.Bengt, A.Now));
    }

    [Theory]
    [InlineData(nameof(HandoffState.Received))]
    [InlineData(nameof(HandoffState.Started))]
    [InlineData(nameof(HandoffState.Closed))]
    public void Erases_what_was_disclosed_when_consent_is_withdrawn_in_any_state(string state)
    {
        var handoff = A.HandoffIn(Enum.Parse<HandoffState>(state));

        Assert.True(handoff.WithdrawConsent(A.Now.AddHours(2)));

        Assert.Null(handoff.Disclosed);
        Assert.Equal((HandoffState.Closed, A.Now.AddHours(2)), (handoff.State, handoff.ConsentWithdrawnAt));
        Assert.False(handoff.WithdrawConsent(A.Now.AddHours(3)));
        Assert.Equal(A.Now.AddHours(2), handoff.ConsentWithdrawnAt);
    }

    [Theory]
    [InlineData(nameof(HandoffState.Started), nameof(EndReason.ConsentWithdrawn))]
    [InlineData(nameof(HandoffState.Closed), nameof(EndReason.Completed))]
    public void Keeps_why_it_was_closed_when_consent_is_withdrawn_afterwards(string state, string reason)
    {
        var handoff = A.HandoffIn(Enum.Parse<HandoffState>(state));

        handoff.WithdrawConsent(A.Now.AddHours(2));

        Assert.Equal(Enum.Parse<EndReason>(reason), handoff.EndReason);
    }

    [Theory]
    [InlineData(nameof(EndReason.Admitted))]
    [InlineData(nameof(EndReason.Left))]
    [InlineData(nameof(EndReason.Deceased))]
    public void Ends_with_the_reason_that_the_er_gives(string reason)
    {
        var handoff = A.HandoffIn(HandoffState.Started);
        var ended = Enum.Parse<EndReason>(reason);

        Assert.True(handoff.End(ended, A.Now));

        Assert.Equal((HandoffState.Closed, ended), (handoff.State, handoff.EndReason));
        Assert.False(handoff.End(ended, A.Now));
        var other = ended == EndReason.Left ? EndReason.Admitted : EndReason.Left;
        Assert.Throws<RuleViolation>(() => handoff.End(other, A.Now));
    }

    [Fact]
    public void Keeps_the_chain_of_receivers_and_begins_anew_when_forwarded()
    {
        var handoff = A.HandoffIn(HandoffState.Started);

        handoff.Forward(A.Desk("1761"), A.Now.AddMinutes(30));

        Assert.Equal(["1780", "1761"], handoff.Receivers.Select(receiver => receiver.KommunCode));
        Assert.Equal(A.Now.AddMinutes(30), handoff.Receivers[0].ForwardedAt);
        Assert.Equal(("1761", HandoffState.Received), (handoff.KommunCode, handoff.State));
        Assert.Equal((null, null, false), (handoff.AcknowledgedBy, handoff.StartedAt, handoff.HasInvestigation));
        Assert.Equal(A.Now.AddMinutes(45), handoff.DueAt);
    }

    [Fact]
    public void Refuses_to_forward_to_the_kommun_that_has_it() =>
        Assert.Equal("already-there", Assert.Throws<RuleViolation>(() => A.Handoff().Forward(A.Desk(), A.Now)).Code);

    [Fact]
    public void Refuses_to_forward_when_the_consent_names_one_kommun()
    {
        var handoff = A.Handoff(consent: A.Consent(scope: ConsentScope.NamedKommun));

        var refusal = Assert.Throws<RuleViolation>(() => handoff.Forward(A.Desk("1761"), A.Now));

        Assert.Equal("consent-does-not-cover", refusal.Code);
    }

    [Fact]
    public void Falls_overdue_once_when_nobody_takes_it_in_time_and_again_at_the_next_desk()
    {
        var handoff = A.Handoff();

        Assert.False(handoff.FallOverdue(A.Now.AddMinutes(14)));
        Assert.True(handoff.FallOverdue(A.Now.AddMinutes(15)));
        Assert.False(handoff.FallOverdue(A.Now.AddMinutes(16)));
        handoff.Forward(A.Desk("1761"), A.Now.AddMinutes(20));
        Assert.True(handoff.FallOverdue(A.Now.AddMinutes(35)));
    }

    [Fact]
    public void Does_not_fall_overdue_once_taken() =>
        Assert.False(A.HandoffIn(HandoffState.Acknowledged).FallOverdue(A.Now.AddDays(1)));

    [Fact]
    public void Lets_the_number_be_revealed_only_when_it_is_masked()
    {
        Assert.Null(A.Handoff(Protection.SecrecyMarking).Obstacle(HandoffAction.RevealNumber));
        Assert.Null(A.Handoff(Protection.Unknown).Obstacle(HandoffAction.RevealNumber));
        Assert.Equal("number-not-masked", A.Handoff().Obstacle(HandoffAction.RevealNumber)!.Code);
    }

    [Fact]
    public void Writes_each_change_of_state_down_with_who_and_when()
    {
        var history = A.HandoffIn(HandoffState.Closed).History;

        Assert.Equal(
            Enum.GetValues<HandoffState>(),
            history.Select(entry => entry.State));
        Assert.Equal([null, "Bibbi Berg"], history.Select(entry => entry.Name).Distinct());
        Assert.True(history.Zip(history.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
    }
}
