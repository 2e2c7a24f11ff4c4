using System.Buffers.Binary;
using System.Text;

namespace NaraVard.Faults.Tests.Wire;

/// <summary>One connection to RabbitMQ, without TLS: publishes with their confirms, and acks.</summary>
internal sealed class AmqpWire : IWire
{
    private const int Overhead = 8;
    private const byte Method = 1;
    private readonly Lock gate = new();
    private readonly Dictionary<int, Publishing> channels = [];
    private bool isStarted;

    public Seen? FromProcess(ReadOnlySpan<byte> bytes)
    {
        // The header "AMQP0091".
        if (!isStarted)
        {
            isStarted = bytes.Length >= 8;
            return isStarted ? new Seen(8, []) : null;
        }

        if (Whole(bytes) is not { } length)
            return null;
        var channel = Channel(bytes);
        lock (gate)
            switch (Name(bytes))
            {
                case (85, 10): // confirm.select
                    channels[channel] = new Publishing();
                    return new Seen(length, []);
                case (60, 40): // basic.publish
                    var step = Destination(bytes[13..]).Contains("_error", StringComparison.Ordinal)
                        ? Step.MoveToErrorQueue
                        : Step.Publish;
                    channels.GetValueOrDefault(channel)?.Add(step);
                    return new Seen(length, [new Moment(step, Side.Before)]);
                case (60, 80): // basic.ack
                    return new Seen(length, [new Moment(Step.Ack, Side.Before)], Step.Ack);
                default:
                    return new Seen(length, []);
            }
    }

    public Seen? FromServer(ReadOnlySpan<byte> bytes)
    {
        if (Whole(bytes) is not { } length)
            return null;
        lock (gate)
        {
            if (Name(bytes) is not (60, 80) || !channels.TryGetValue(Channel(bytes), out var publishing))
                return new Seen(length, []);
            var tag = BinaryPrimitives.ReadUInt64BigEndian(bytes[11..]);
            return new Seen(length, publishing.Confirm(tag, isAllUpTo: bytes[19] == 1));
        }
    }

    private static int? Whole(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Overhead
        && BinaryPrimitives.ReadInt32BigEndian(bytes[3..]) + Overhead is var length && bytes.Length >= length
            ? length
            : null;

    private static int Channel(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);

    /// <summary>Class and method; zeros for a frame that is no method.</summary>
    private static (int Class, int Method) Name(ReadOnlySpan<byte> frame) => frame[0] == Method
        ? (BinaryPrimitives.ReadUInt16BigEndian(frame[7..]), BinaryPrimitives.ReadUInt16BigEndian(frame[9..]))
        : default;

    /// <summary>Exchange and routing key.</summary>
    private static string Destination(ReadOnlySpan<byte> arguments)
    {
        var exchange = arguments[1..(1 + arguments[0])];
        var rest = arguments[(1 + arguments[0])..];
        return Encoding.UTF8.GetString(exchange) + '/' + Encoding.UTF8.GetString(rest[1..(1 + rest[0])]);
    }

    /// <summary>What has been published on one channel and is not confirmed yet.</summary>
    private sealed class Publishing
    {
        private readonly SortedDictionary<ulong, Step> open = [];
        private ulong last;

        public void Add(Step step) => open[++last] = step;

        public List<Moment> Confirm(ulong tag, bool isAllUpTo)
        {
            var done = open.Keys.Where(one => one == tag || (isAllUpTo && one < tag)).ToList();
            var moments = done.Select(one => new Moment(open[one], Side.After)).ToList();
            done.ForEach(one => open.Remove(one));
            return moments;
        }
    }
}
