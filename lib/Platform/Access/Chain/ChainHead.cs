namespace NaraVard.Platform.Access.Chain;

/// <summary>The newest row of the chain.</summary>
/// <param name="Position">Its place, 0 for an empty chain.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record ChainHead(long Position, byte[] Hash)
{
    public bool IsSame(ChainHead? other) =>
        other is not null && Position == other.Position && Hash.AsSpan().SequenceEqual(other.Hash);
}
