using System.Reflection;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// Keeps a delivery from closing the channel it came on. MassTransit does that when an ack fails; the close waits for
/// all deliveries, and so for itself, the loss of the connection waits for the close, and the channels that have not
/// yet been told of the loss stay open on nothing for ever. Without it MassTransit stops the consumer all the same, and
/// then closes the channel from outside. See decision 0022.
/// </summary>
internal sealed class OpenChannelFilter : IFilter<ChannelContext>
{
    public Task Send(ChannelContext context, IPipe<ChannelContext> next) => next.Send(new Open(context));

    public void Probe(ProbeContext context) => context.CreateScope("open-channel");

    private sealed class Open(ChannelContext context)
        : ScopeChannelContext(context, context.CancellationToken), ChannelContext
    {
        private readonly IChannel channel = WithoutClose.Of(context.Channel);

        IChannel ChannelContext.Channel => channel;
    }

    /// <summary>The channel, but for its close. Not sealed: the proxy derives from it.</summary>
    private class WithoutClose : DispatchProxy
    {
        private IChannel channel = null!;

        public static IChannel Of(IChannel channel)
        {
            var open = Create<IChannel, WithoutClose>();
            ((WithoutClose)(object)open).channel = channel;
            return open;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name is nameof(IChannel.CloseAsync)
                ? Task.CompletedTask
                : targetMethod.Invoke(channel, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
