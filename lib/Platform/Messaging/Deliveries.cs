using System.Collections.Concurrent;

namespace NaraVard.Platform.Messaging;

/// <summary>
/// In memory there is no broker that keeps a message: it counts as delivered when every consumer of the process has
/// committed, and until then it stays in the outbox. On RabbitMQ the broker's confirm is enough, and nothing waits
/// here.
/// </summary>
internal sealed class Deliveries(BusOptions options, IEnumerable<ConsumerEndpoint> endpoints)
{
    private readonly ConcurrentDictionary<Guid, Delivery> waiting = new();
    private readonly Dictionary<Type, int> receivers = endpoints
        .SelectMany(endpoint => endpoint.Messages)
        .GroupBy(type => type)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>
    /// Ends when all consumers of the message are done with it; fails when one has refused it for good.
    /// </summary>
    public Task Expect(Guid messageId, Type type)
    {
        if (options.Kind is not BusKind.Memory || receivers.GetValueOrDefault(type) is not (> 0 and var count))
            return Task.CompletedTask;
        var delivery = new Delivery(count);
        waiting[messageId] = delivery;
        return delivery.Done;
    }

    /// <summary>Nobody waits any more.</summary>
    public void Forget(Guid messageId) => waiting.TryRemove(messageId, out _);

    /// <summary>One consumer has committed.</summary>
    public void Accepted(Guid messageId) => Find(messageId)?.Accept();

    /// <summary>One consumer has failed, and will not try this delivery again.</summary>
    public void Refused(Guid messageId, Exception reason) => Find(messageId)?.Refuse(reason);

    private Delivery? Find(Guid messageId) => waiting.GetValueOrDefault(messageId);

    private sealed class Delivery(int count)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int open = count;

        public Task Done => done.Task;

        public void Accept()
        {
            if (Interlocked.Decrement(ref open) == 0)
                done.TrySetResult();
        }

        public void Refuse(Exception reason) => done.TrySetException(reason);
    }
}
