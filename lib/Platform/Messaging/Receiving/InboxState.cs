namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>One person's messages of one type from one service, at one endpoint.</summary>
internal readonly record struct Strand(Guid Person, string Source, string MessageType)
{
    public static Strand Of(Received message) => new(message.Person!.Value, message.Source!, message.MessageType);
}

/// <summary>
/// What an endpoint's inbox held when a transaction began, and what the messages of the transaction have made of it.
/// Decides, and does nothing.
/// </summary>
/// <param name="seen">Of the messages that are asked for, those that have had their effect.</param>
/// <param name="last">The last number that has had its effect, by strand; none is 0.</param>
internal sealed class InboxState(IEnumerable<Guid> seen, IReadOnlyDictionary<Strand, long> last)
{
    private readonly HashSet<Guid> seen = [.. seen];
    private readonly Dictionary<Strand, long> now = new(last);

    /// <summary>The messages that are admitted, in that order.</summary>
    public List<Guid> Marked { get; } = [];

    /// <summary>The strands that have moved on: from which number to which.</summary>
    public IEnumerable<(Strand Strand, long From, long To)> Moved => now
        .Select(row => (row.Key, last.GetValueOrDefault(row.Key), row.Value))
        .Where(row => row.Value > row.Item2);

    /// <summary>Whether the message may have its effect after those that were admitted before it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="mayGoAhead">
    /// True when it has waited long enough: the consumer may be newer than the person's messages, or an earlier one may
    /// not come.
    /// </param>
    public Gate Admit(Received message, bool mayGoAhead)
    {
        if (seen.Contains(message.MessageId))
            return new Gate(Admission.Seen);
        if (message.Order == 0)
            return Mark(message);
        var row = Strand.Of(message);
        var before = now.GetValueOrDefault(row);
        if (before >= message.Order)
            return message.IsReplayed ? Mark(message) : new Gate(Admission.Late);
        if (before < message.Order - 1 && !mayGoAhead)
            return new Gate(Admission.Ahead, message.Order - before - 1);
        now[row] = message.Order;
        return Mark(message);
    }

    private Gate Mark(Received message)
    {
        seen.Add(message.MessageId);
        Marked.Add(message.MessageId);
        return new Gate(Admission.Admitted);
    }
}
