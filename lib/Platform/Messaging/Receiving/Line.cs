namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// The messages that this process has received and not finished, so that none goes ahead of an earlier one of its
/// person and type that is here too, however long that one takes.
/// </summary>
internal sealed class Line
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string, string?, string, Guid?), List<long>> here = [];

    /// <summary>The message is here.</summary>
    public void Enter(Received message)
    {
        if (message.Order == 0)
            return;
        lock (gate)
            if (here.TryGetValue(Key(message), out var line))
                line.Add(message.Order);
            else
                here[Key(message)] = [message.Order];
    }

    /// <summary>Whether no earlier one is here.</summary>
    public bool IsFirst(Received message)
    {
        lock (gate)
            return here[Key(message)].Min() == message.Order;
    }

    /// <summary>The message is finished, well or not.</summary>
    public void Leave(Received message)
    {
        if (message.Order == 0)
            return;
        lock (gate)
            if (here[Key(message)] is { Count: > 1 } line)
                line.Remove(message.Order);
            else
                here.Remove(Key(message));
    }

    private static (string, string?, string, Guid?) Key(Received message) =>
        (message.Endpoint, message.Source, message.MessageType, message.Person);
}
