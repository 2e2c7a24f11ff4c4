using NaraVard.Platform.Messaging.Receiving;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>Which of the messages that come may have their effect, and in what order.</summary>
public sealed class InboxStateTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void A_message_ahead_of_its_predecessor_waits_and_a_late_one_is_refused_unless_replayed()
    {
        var state = Knowing();

        var admissions = new[]
        {
            state.Admit(Message(1), false), state.Admit(Message(3), false), state.Admit(Message(3), true),
            state.Admit(Message(2), false), state.Admit(Message(2) with { IsReplayed = true }, false),
            state.Admit(Message(4), false),
        };

        Assert.Equal(
            [
                Admission.Admitted, Admission.Ahead, Admission.Admitted, Admission.Late, Admission.Admitted,
                Admission.Admitted,
            ],
            admissions.Select(gate => gate.Admission));
        Assert.Equal([(0L, 4L)], state.Moved.Select(row => (row.From, row.To)));
        Assert.Equal(4, state.Marked.Count);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(9, 8)]
    public void One_that_waits_knows_how_many_are_missing_before_it(long number, long missing)
    {
        var gate = Knowing().Admit(Message(number), false);

        Assert.Equal(missing == 0 ? new Gate(Admission.Admitted) : new Gate(Admission.Ahead, missing), gate);
    }

    [Fact]
    public void A_copy_has_been_seen_whether_it_came_before_or_comes_together()
    {
        var (old, now) = (Message(5), Message(6));
        var state = Knowing(last: 5, old.MessageId);

        Assert.Equal(Admission.Seen, state.Admit(old, true).Admission);
        Assert.Equal(Admission.Admitted, state.Admit(now, false).Admission);
        Assert.Equal(Admission.Seen, state.Admit(now, false).Admission);
        Assert.Equal([now.MessageId], state.Marked);
        Assert.Equal([(5L, 6L)], state.Moved.Select(row => (row.From, row.To)));
    }

    [Fact]
    public void Messages_about_nobody_are_in_no_order()
    {
        var state = Knowing();

        Assert.All(
            [Message(7), Message(3)],
            message => Assert.Equal(
                Admission.Admitted, state.Admit(message with { Person = null }, false).Admission));
        Assert.Empty(state.Moved);
    }

    [Fact]
    public void Each_type_and_each_source_has_an_order_of_its_own()
    {
        var state = Knowing(last: 5);

        Assert.Equal(Admission.Admitted, state.Admit(Message(1) with { MessageType = "other" }, false).Admission);
        Assert.Equal(Admission.Admitted, state.Admit(Message(1) with { Source = "other" }, false).Admission);
        Assert.Equal(Admission.Late, state.Admit(Message(5), false).Admission);
    }

    private static InboxState Knowing(long last = 0, params Guid[] seen)
    {
        var known = new Dictionary<Strand, long>();
        if (last > 0)
            known[Strand.Of(Message(1))] = last;
        return new InboxState(seen, known);
    }

    private static Received Message(long sequence) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Endpoint = "endpoint",
        MessageType = "type",
        Source = "source",
        Person = Person,
        Sequence = sequence,
    };
}
