using System.Text.Json;
using NaraVard.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NaraVard.Benchmarks.Outbox;

/// <summary>The broker's own client: persistent messages with confirms, and acknowledgements one by one.</summary>
internal sealed class BareClient : IAsyncDisposable
{
    private const string Queue = "bare";
    private static readonly BasicProperties Properties = new() { Persistent = true };
    private readonly IConnection connection;
    private readonly IChannel publishing;

    private BareClient(IConnection connection, IChannel publishing) =>
        (this.connection, this.publishing) = (connection, publishing);

    public static async Task<BareClient> Start(RabbitMqNode node, Run run)
    {
        var connection = await node.Connect(await node.CreateVirtualHost());
        var publishing = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await publishing.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        var consuming = await connection.CreateChannelAsync();
        await consuming.BasicQosAsync(0, 500, global: false);
        var consumer = new AsyncEventingBasicConsumer(consuming);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            run.HasArrived(JsonSerializer.Deserialize<Noted>(delivery.Body.Span)!.Number);
            await consuming.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer);
        return new BareClient(connection, publishing);
    }

    public async Task Write(int number) => await publishing.BasicPublishAsync(
        "", Queue, mandatory: false, Properties,
        JsonSerializer.SerializeToUtf8Bytes(Noted.Of(number, Guid.CreateVersion7())));

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
