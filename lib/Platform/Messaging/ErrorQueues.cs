using NaraVard.Platform.Messaging.Wire;
using RabbitMQ.Client;

namespace NaraVard.Platform.Messaging;

/// <summary>Moves messages from a consumer's error queue back to the consumer.</summary>
internal sealed class ErrorQueues(BusOptions options)
{
    private const string Suffix = "_error";
    private const string FaultPrefix = "MT-Fault-";
    private static readonly CreateChannelOptions Confirmed =
        new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    public async Task<int> Redeliver(string endpoint, int most, CancellationToken ct)
    {
        if (options.Kind is not BusKind.RabbitMq)
            return 0;
        await using var connection = await Connect(ct);
        await using var channel = await connection.CreateChannelAsync(Confirmed, ct);
        var moved = 0;
        for (; moved < most; moved++)
        {
            if (await channel.BasicGetAsync(endpoint + Suffix, autoAck: false, ct) is not { } message)
                break;
            var properties = new BasicProperties(message.BasicProperties)
            {
                Headers = (message.BasicProperties.Headers ?? new Dictionary<string, object?>())
                    .Where(header => !header.Key.StartsWith(FaultPrefix, StringComparison.Ordinal))
                    .Append(new(HeaderNames.Replayed, "true"))
                    .DistinctBy(header => header.Key)
                    .ToDictionary(header => header.Key, header => header.Value),
            };
            // Confirmed at its new place before it leaves the old one: killed between, it is in both, and seen once.
            await channel.BasicPublishAsync("", endpoint, mandatory: true, properties, message.Body, ct);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, ct);
        }

        return moved;
    }

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
}
