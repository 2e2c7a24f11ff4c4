namespace NaraVard.Platform.Access;

/// <summary>What is wrong with the chain at one place.</summary>
public enum ChainFaultKind
{
    /// <summary>The row says something else than when it was written: changed, or exchanged with another.</summary>
    Altered,

    /// <summary>The row does not follow the one before it: that one was replaced, or this one was put in.</summary>
    Unlinked,

    /// <summary>Rows are gone, from this position to <see cref="ChainFault.Through"/>.</summary>
    Missing,

    /// <summary>The row was added past the newest one that the log knows of, or where another stands already.</summary>
    Inserted,

    /// <summary>The log does not hold what an anchor from an earlier verification says.</summary>
    NotAsAnchored,
}

/// <summary>One place where the chain does not hold.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Where.</param>
/// <param name="Through">The last position concerned; the same as <paramref name="Position"/> for a single row.</param>
public sealed record ChainFault(ChainFaultKind Kind, long Position, long Through);

/// <summary>
/// A place in the chain. Whoever keeps the anchor of one verification outside the database, and gives it to the next,
/// also finds out when the whole chain has been written anew.
/// </summary>
/// <param name="Position">Position of a row.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits.</param>
public sealed record ChainAnchor(long Position, string Hash);

/// <summary>The result of verifying the whole log.</summary>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Head">The newest row that the log knows of.</param>
/// <param name="FaultCount">How many faults there are.</param>
/// <param name="Faults">The first thousand of them, in order.</param>
public sealed record Verification(long Rows, ChainAnchor Head, long FaultCount, IReadOnlyList<ChainFault> Faults)
{
    /// <summary>True when every row is as it was written.</summary>
    public bool IsIntact => FaultCount == 0;
}
