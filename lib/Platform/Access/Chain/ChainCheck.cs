using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NaraVard.Platform.Access.Chain;

/// <summary>
/// Follows the chain row by row, as the database hands the rows out, and notes where it does not hold.
/// </summary>
internal sealed class ChainCheck(long headPosition, byte[] headHash, ChainAnchor? anchor)
{
    private const int FaultsKept = 1_000;
    private const int PositionBytes = sizeof(int) + sizeof(long);
    private readonly byte[] previous = new byte[ChainColumns.HashBytes];
    private readonly byte[] computed = new byte[ChainColumns.HashBytes];
    private readonly List<ChainFault> faults = [];
    private bool isAnchored = anchor is null || anchor.Position == 0;
    private long expected = 1;
    private long faultCount;
    private long rows;

    /// <summary>Takes the columns of one row, each with its length in front.</summary>
    public void Row(ReadOnlySpan<byte> columns)
    {
        const int column = sizeof(int) + ChainColumns.HashBytes;
        rows++;
        var position = BinaryPrimitives.ReadInt64BigEndian(columns[sizeof(int)..PositionBytes]);
        if (position < expected)
        {
            // Its place is taken, or there is no such place. The chain goes on from the row that was there first.
            Fault(ChainFaultKind.Inserted, position, position);
            return;
        }

        if (position > expected)
            Fault(ChainFaultKind.Missing, expected, position - 1);
        if (position > headPosition)
            Fault(ChainFaultKind.Inserted, position, position);

        var content = columns[..^column];
        var stored = columns[^ChainColumns.HashBytes..];
        SHA256.HashData(content, computed);
        if (!stored.SequenceEqual(computed))
            Fault(ChainFaultKind.Altered, position, position);
        else if (position == expected && !content[^ChainColumns.HashBytes..].SequenceEqual(previous))
            Fault(ChainFaultKind.Unlinked, position, position);
        Anchor(position, stored);
        stored.CopyTo(previous);
        expected = position + 1;
    }

    public Verification Result()
    {
        if (expected <= headPosition)
            Fault(ChainFaultKind.Missing, expected, headPosition);
        else if (expected == headPosition + 1 && !previous.AsSpan().SequenceEqual(headHash))
            Fault(ChainFaultKind.Unlinked, headPosition, headPosition);
        if (!isAnchored)
            Fault(ChainFaultKind.NotAsAnchored, anchor!.Position, anchor.Position);
        return new(rows, new(headPosition, Convert.ToHexStringLower(headHash)), faultCount, faults);
    }

    private void Anchor(long position, ReadOnlySpan<byte> stored)
    {
        if (anchor is not null && anchor.Position == position)
            isAnchored = Convert.ToHexStringLower(stored) == anchor.Hash;
    }

    private void Fault(ChainFaultKind kind, long from, long through)
    {
        faultCount++;
        if (faults.Count < FaultsKept)
            faults.Add(new(kind, from, through));
    }
}
