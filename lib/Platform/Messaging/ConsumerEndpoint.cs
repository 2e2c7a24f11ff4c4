using MassTransit;

namespace NaraVard.Platform.Messaging;

/// <summary>One consumer's queue, told apart from how the bus carries it.</summary>
internal abstract class ConsumerEndpoint
{
    /// <summary>Name of the queue, such as <c>coordination-on-handoff-closed</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The events that the consumer takes.</summary>
    public abstract IReadOnlyList<Type> Messages { get; }

    /// <summary>Binds the consumer to its queue.</summary>
    public abstract void Bind(IReceiveEndpointConfigurator endpoint, IServiceProvider services);
}
