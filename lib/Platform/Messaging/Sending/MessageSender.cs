using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MassTransit;
using NaraVard.Platform.Messaging.Wire;

namespace NaraVard.Platform.Messaging.Sending;

/// <summary>Puts one message of an outbox on the bus, and returns when it is safe there.</summary>
internal sealed class MessageSender(
    IBus bus, MessageTypes types, Deliveries deliveries, Border border, BusOptions options)
{
    private static readonly Uri BorderExchange = new("exchange:border?type=topic");

    /// <summary>
    /// Publishes and waits for the broker's confirm, or in memory for every consumer's commit. Takes no longer than the
    /// time limit, whatever the broker does.
    /// </summary>
    public async Task Send(ClaimedMessage claimed, string source, CancellationToken ct)
    {
        var type = types.Find(claimed.MessageType)
            ?? throw new Unsendable($"This version of the service has no message type {claimed.MessageType}.");
        var message = Read(claimed, type);
        using var activity = Start(claimed, type);
        var timeLimit = TimeSpan.FromSeconds(options.SendTimeoutSeconds);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeLimit);
        var delivered = deliveries.Expect(claimed.Id, type);
        try
        {
            await Publish(message, type, claimed, source, activity, limit.Token).WaitAsync(limit.Token);
            await delivered.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Not confirmed within {timeLimit.TotalSeconds:0} s.", e);
        }
        finally
        {
            deliveries.Forget(claimed.Id);
        }
    }

    private async Task Publish(
        object message, Type type, ClaimedMessage claimed, string source, Activity? activity, CancellationToken ct)
    {
        await bus.Publish(message, type, Pipe.Execute<PublishContext>(Carry), ct);
        if (options.Kind is BusKind.RabbitMq && border.RecipientOf(message) is { } recipient)
        {
            var endpoint = await bus.GetSendEndpoint(BorderExchange);
            await endpoint.Send(message, type, Pipe.Execute<SendContext>(context => Address(context, recipient)), ct);
        }

        void Carry(PublishContext context)
        {
            context.MessageId = claimed.Id;
            context.Headers.Set(HeaderNames.Source, source);
            context.Headers.Set(HeaderNames.Person, claimed.Person?.ToString("N"));
            context.Headers.Set(HeaderNames.Sequence, claimed.TypeSequence?.ToString(CultureInfo.InvariantCulture));
            context.Headers.Set(HeaderNames.Caller, claimed.Caller);
            context.Headers.Set(HeaderNames.TraceParent, activity?.Id ?? claimed.TraceParent);
            context.Headers.Set(HeaderNames.TraceState, claimed.TraceState);
        }

        // Neither the person's key nor the user leaves the deployment: only what the event itself says.
        void Address(SendContext context, string recipient)
        {
            context.MessageId = claimed.Id;
            context.SetRoutingKey(recipient);
            context.Headers.Set(HeaderNames.TraceParent, activity?.Id ?? claimed.TraceParent);
        }
    }

    private static object Read(ClaimedMessage claimed, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(claimed.Body, type, OutboxRow.Json)
                ?? throw new Unsendable("The message is empty.");
        }
        catch (JsonException e)
        {
            throw new Unsendable($"The message cannot be read as {claimed.MessageType}.", e);
        }
    }

    private static Activity? Start(ClaimedMessage claimed, Type type)
    {
        ActivityContext.TryParse(claimed.TraceParent, claimed.TraceState, isRemote: true, out var parent);
        return MessagingTelemetry.Activities.StartActivity($"send {type.Name}", ActivityKind.Producer, parent);
    }
}

/// <summary>The message itself is at fault: no later attempt of this version of the service can send it.</summary>
internal sealed class Unsendable(string reason, Exception? cause = null) : Exception(reason, cause);
