using MassTransit;
using MassTransit.Context;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Messaging.Wire;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>Lets <see cref="Reception{TDb}"/> decide when, how often and in which scope a consumer runs.</summary>
internal sealed class InboxConsumerFactory<TDb, TConsumer>(string endpoint, Reception<TDb> reception)
    : IConsumerFactory<TConsumer>
    where TDb : DbContext
    where TConsumer : class, IConsumer
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<ConsumerConsumeContext<TConsumer, T>> next)
        where T : class =>
        reception.Receive(
            context.ReceiveContext.GetOrAddPayload(
                () => Received.From(context, endpoint, MessageTypes.NameOf(typeof(T)))),
            services => next.Send(new ConsumerConsumeContextScope<TConsumer, T>(
                context, services.GetRequiredService<TConsumer>())),
            context.CancellationToken);

    public void Probe(ProbeContext context) => context.CreateScope("inbox");
}
