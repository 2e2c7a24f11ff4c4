namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>One case of the interop description: calls made one after the other.</summary>
/// <param name="Name">The name in the public description, or ours where that has none.</param>
/// <param name="Shows">What has been shown when it passes.</param>
/// <param name="Calls">What is called, and what must come of it.</param>
internal sealed record Case(string Name, string Shows, params Call[] Calls)
{
    /// <summary>Where a peer cannot do the case: what comes nearest to it.</summary>
    public IReadOnlyList<Nearest> Nearest { get; init; } = [];

    public Nearest? NearestFor(Pair pair) => Nearest.FirstOrDefault(one => one.Pairs.Contains(pair));

    public Call[] CallsFor(Pair pair) => NearestFor(pair)?.Calls ?? Calls;

    public override string ToString() => Name;
}

/// <summary>What is done instead when a peer lacks what a case needs.</summary>
internal sealed record Nearest(Pair[] Pairs, string Because, params Call[] Calls);
