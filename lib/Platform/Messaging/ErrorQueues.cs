using System.Threading.Channels;
using NaraVard.Platform.Messaging.Wire;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NaraVard.Platform.Messaging;

/// <summary>Moves messages from a consumer's error queue back to the consumer.</summary>
internal sealed class ErrorQueues(BusOptions options)
{
    private const string Suffix = "_error";
    private const string FaultPrefix = "MT-Fault-";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly CreateChannelOptions Confirmed =
        new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    public async Task<int> Redeliver(string endpoint, int most, CancellationToken ct)
    {
        if (options.Kind is not BusKind.RabbitMq)
            return 0;
        await using var connection = await Connect(ct);
        await using var channel = await connection.CreateChannelAsync(Confirmed, ct);
        var count = (int)Math.Min((uint)most, await channel.MessageCountAsync(endpoint + Suffix, ct));
        var messages = await Consume(channel, endpoint + Suffix, ct);
        for (var moved = 0; moved < count; moved++)
        {
            var next = messages.ReadAsync(ct).AsTask();
            // The broker brings what it has at once; somebody else has taken the rest.
            if (await Task.WhenAny(next, Task.Delay(Patience, ct)) != next)
                return moved;
            var (tag, body, properties) = await next;
            // Confirmed at its new place before it leaves the old one: killed between, it is in both, and seen once.
            await channel.BasicPublishAsync("", endpoint, mandatory: true, properties, body, ct);
            await channel.BasicAckAsync(tag, multiple: false, ct);
        }

        return count;
    }

    /// <summary>A queue with a single active consumer cannot be asked for one message: it is consumed.</summary>
    private static async Task<ChannelReader<Waiting>> Consume(IChannel channel, string queue, CancellationToken ct)
    {
        await channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 50, global: false, ct);
        var messages = Channel.CreateUnbounded<Waiting>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => messages.Writer.WriteAsync(
            new(message.DeliveryTag, message.Body.ToArray(), WithoutFault(message.BasicProperties)), ct).AsTask();
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, ct);
        return messages.Reader;
    }

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties properties) => new(properties)
    {
        Headers = (properties.Headers ?? new Dictionary<string, object?>())
            .Where(header => !header.Key.StartsWith(FaultPrefix, StringComparison.Ordinal))
            .Append(new(HeaderNames.Replayed, "true"))
            .DistinctBy(header => header.Key)
            .ToDictionary(header => header.Key, header => header.Value),
    };

    private Task<IConnection> Connect(CancellationToken ct) => new ConnectionFactory
    {
        HostName = options.Host,
        Port = options.Port,
        VirtualHost = options.VirtualHost,
        UserName = options.User,
        Password = options.Password,
        ClientProvidedName = "naravard replay",
        Ssl = new SslOption(options.Host, enabled: options.Tls),
    }.CreateConnectionAsync(ct);

    private sealed record Waiting(ulong Tag, ReadOnlyMemory<byte> Body, BasicProperties Properties);
}
