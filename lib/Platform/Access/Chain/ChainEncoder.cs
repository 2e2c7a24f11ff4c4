using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NaraVard.Platform.Access.Chain;

/// <summary>
/// Writes rows in the one form that is hashed, stored and read back for verification: PostgreSQL's binary COPY. Each
/// column is its length as four bytes (-1 for null) and its bytes: whole numbers big endian, times as microseconds
/// since 2000-01-01 UTC, text as UTF-8. The hash is SHA-256 over all columns before it, the previous hash included.
/// </summary>
internal sealed class ChainEncoder(ChainHead head)
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ArrayBufferWriter<byte> output = new(4096);

    /// <summary>The newest row.</summary>
    public ChainHead Head { get; private set; } = head;

    /// <summary>All that has been written; whole after <see cref="End"/>.</summary>
    public ReadOnlyMemory<byte> Written => output.WrittenMemory;

    public void Begin()
    {
        output.Write("PGCOPY\n"u8);
        output.Write<byte>([0xff, (byte)'\r', (byte)'\n', 0]);
        output.Write<byte>(stackalloc byte[8]);
    }

    public void Add(AccessEntry entry)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), ChainColumns.Count);
        var start = output.WrittenCount;
        var position = Head.Position + 1;
        Number(position);
        What(entry);
        Who(entry);
        Whose(entry);
        Bytes(Head.Hash);
        Head = new(position, SHA256.HashData(output.WrittenSpan[start..]));
        Bytes(Head.Hash);
    }

    public void End() => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), -1);

    private void What(AccessEntry entry)
    {
        Number((entry.At - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
        Flag(entry.IsAllowed);
        Text(entry.Code);
        Text(ActivityNames.Of(entry.Activity));
        Text(entry.Method);
        Text(entry.Purpose);
        Text(entry.Reason);
        Flag(entry.IsEmergency);
    }

    private void Who(AccessEntry entry)
    {
        Text(entry.Subject);
        Text(entry.HsaId);
        Text(entry.UserName);
        Text(entry.UserTitle);
        Text(entry.Unit);
        Text(entry.Caregiver);
        Text(entry.Organisation);
        Text(entry.Client);
    }

    private void Whose(AccessEntry entry)
    {
        Text(entry.ResourceType);
        Text(entry.ResourceId);
        Text(entry.ResourceOwner);
        Person(entry.Person?.Value);
        Text(entry.RequestId);
        Text(entry.TraceId);
    }

    private void Number(long value)
    {
        Length(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
    }

    private void Flag(bool value)
    {
        Length(1);
        Take(1)[0] = value ? (byte)1 : (byte)0;
    }

    private void Person(Guid? value)
    {
        const int guidBytes = 16;
        Length(value is null ? -1 : guidBytes);
        value?.TryWriteBytes(Take(guidBytes), bigEndian: true, out _);
    }

    private void Text(string? value)
    {
        if (ChainText.Of(value) is { } text)
            Bytes(Encoding.UTF8.GetBytes(text));
        else
            Length(-1);
    }

    private void Bytes(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        output.Write(value);
    }

    private void Length(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    private Span<byte> Take(int count)
    {
        var span = output.GetSpan(count)[..count];
        output.Advance(count);
        return span;
    }
}
