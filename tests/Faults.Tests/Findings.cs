namespace NaraVard.Faults.Tests;

/// <summary>An event that was committed.</summary>
/// <param name="IsUnsendable">It is parked in the outbox, and holds back the later ones of its person.</param>
internal sealed record Said(Guid Person, long Number, string Event, bool IsPoison, bool IsUnsendable)
{
    public override string ToString() => $"{Person} {Number}";
}

/// <summary>An effect, in the order in which they came.</summary>
internal sealed record Done(string Consumer, Guid Person, long Number)
{
    public override string ToString() => $"{Consumer} {Person} {Number}";
}

/// <summary>A message that waits in an error queue.</summary>
internal sealed record Refused(string Consumer, Guid Person, long Number, string Reason);

/// <summary>A message that is parked in the outbox.</summary>
internal sealed record Parked(Guid Id, Guid Person, string Reason, long HeldBack);

/// <summary>Everything there was at one moment.</summary>
internal sealed record Findings(
    IReadOnlyList<Said> Said, IReadOnlyList<Done> Done, IReadOnlySet<Refused> Refused, IReadOnlyList<Parked> Parked)
{
    /// <summary>What the error queues hold, without the copies.</summary>
    public IReadOnlySet<Done> GivenUp { get; } =
        Refused.Select(one => new Done(one.Consumer, one.Person, one.Number)).ToHashSet();

    /// <summary>The effects that each event has when everything goes well.</summary>
    public static IEnumerable<Done> EffectsOf(Said said) => said.Event == nameof(Worker.Corrected)
        ? [new(nameof(Worker.OnCorrected), said.Person, said.Number)]
        :
        [
            new(nameof(Worker.OnEntered), said.Person, said.Number),
            new(nameof(Worker.OnEnteredToo), said.Person, said.Number),
        ];

    /// <summary>Effects that came after a later one of the same consumer and person.</summary>
    public IEnumerable<string> OutOfOrder(Func<Done, bool> isInOrder) =>
        from effect in Done.Where(effect => effect.Person != Guid.Empty).Where(isInOrder)
        group effect by (effect.Consumer, effect.Person) into line
        from pair in line.Zip(line.Skip(1))
        where pair.First.Number > pair.Second.Number
        select $"{pair.First.Consumer}: {pair.First.Person} {pair.First.Number} before {pair.Second.Number}";
}
