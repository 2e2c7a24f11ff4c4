using System.Buffers.Binary;
using System.Text;

namespace NaraVard.Faults.Tests.Wire;

/// <summary>One session with PostgreSQL, without TLS: which step each statement is, whether prepared or not.</summary>
internal sealed class PostgreSqlWire : IWire
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Step?> prepared = new(StringComparer.Ordinal);
    private readonly Queue<IReadOnlyList<Step>> asked = new();
    private List<Step> asking = [];
    private Step? commit;
    private bool isStarted;

    public Seen? FromProcess(ReadOnlySpan<byte> bytes)
    {
        // The first message has no kind.
        if (!isStarted)
        {
            if (Length(bytes) is not { } first)
                return null;
            isStarted = true;
            return new Seen(first, []);
        }

        if (bytes.Length < 5 || Length(bytes[1..]) is not { } length)
            return null;
        lock (gate)
            return new Seen(length + 1, Ask((char)bytes[0], bytes[5..(length + 1)]));
    }

    public Seen? FromServer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 5 || Length(bytes[1..]) is not { } length)
            return null;
        // Ready for the next query: all of the one before has been done.
        lock (gate)
            return new Seen(length + 1, bytes[0] == 'Z' && asked.TryDequeue(out var done) ? At(done, Side.After) : []);
    }

    private IReadOnlyList<Moment> Ask(char kind, ReadOnlySpan<byte> body)
    {
        switch (kind)
        {
            case 'P':
                var name = Text(ref body);
                prepared[name] = StepOf(Text(ref body));
                return [];
            case 'B':
                Text(ref body);
                return Begin(prepared.GetValueOrDefault(Text(ref body)));
            case 'Q':
                var moments = Begin(StepOf(Text(ref body)));
                End();
                return moments;
            case 'S':
                End();
                return [];
            default:
                return [];
        }
    }

    private IReadOnlyList<Moment> Begin(Step? step)
    {
        if (step is not { } known)
            return [];
        asking.Add(known);
        if (known is Step.Write or Step.Effect)
            commit = known is Step.Write ? Step.CommitOfWrite : Step.CommitOfEffect;
        return At([known], Side.Before);
    }

    private void End()
    {
        asked.Enqueue(asking);
        asking = [];
    }

    private Step? StepOf(string sql)
    {
        if (sql == "COMMIT")
            return commit;
        if (sql.StartsWith("BEGIN", StringComparison.Ordinal))
            commit = null;
        // An admission also moves the person on, as letting past does.
        return Has("insert into platform.inbox (") ? Step.Admit
            : Has("insert into platform.inbox_persons") ? Step.LetPass
            : Has("insert into platform.outbox (") ? Step.Write
            : Has("skip locked") ? Step.Claim
            : Has("delete from platform.outbox") ? Step.Settle
            : Has("parked_at = clock_timestamp()") ? Step.Park
            : Has("insert into effects") ? Step.Effect
            : null;

        bool Has(string part) => sql.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<Moment> At(IEnumerable<Step> steps, Side side) =>
        [.. steps.Select(step => new Moment(step, side))];

    private static int? Length(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && BinaryPrimitives.ReadInt32BigEndian(bytes) is var length && bytes.Length >= length
            ? length
            : null;

    private static string Text(ref ReadOnlySpan<byte> body)
    {
        var end = body.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(body[..end]);
        body = body[(end + 1)..];
        return text;
    }
}
