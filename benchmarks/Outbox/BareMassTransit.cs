using MassTransit;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Outbox;

/// <summary>A publisher that waits for confirms and a consumer that does nothing: no database at all.</summary>
internal sealed class BareMassTransit : IAsyncDisposable
{
    private readonly IBusControl bus;

    private BareMassTransit(IBusControl bus) => this.bus = bus;

    public static async Task<BareMassTransit> Start(RabbitMqNode node, Run run)
    {
        var virtualHost = await node.CreateVirtualHost();
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host("127.0.0.1", (ushort)node.Port, virtualHost, host =>
            {
                host.Username("guest");
                host.Password("guest");
            });
            rabbit.ReceiveEndpoint("bare", endpoint =>
            {
                endpoint.PrefetchCount = 500;
                endpoint.Handler<Noted>(context =>
                {
                    run.HasArrived(context.Message.Number);
                    return Task.CompletedTask;
                });
            });
        });
        await bus.StartAsync();
        return new BareMassTransit(bus);
    }

    public Task Write(int number) => bus.Publish(Noted.Of(number, Guid.CreateVersion7()));

    public async ValueTask DisposeAsync() => await bus.StopAsync();
}
