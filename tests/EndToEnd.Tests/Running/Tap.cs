using System.Text;
using System.Text.Json.Nodes;
using NaraVard.Events.Handoff;
using NaraVard.Testing;
using RabbitMQ.Client;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>A message as it lay in the broker.</summary>
internal sealed record Heard(string Exchange, string Headers, string Body)
{
    /// <summary>The event's name.</summary>
    public string Name { get; } = ((string)JsonNode.Parse(Body)!["messageType"]![0]!).Split(':')[^1];

    public string? HandoffId { get; } = (string?)JsonNode.Parse(Body)!["message"]!["handoffId"];
}

/// <summary>A durable queue that gets every event of the service, as another service's would.</summary>
internal sealed class Tap(RabbitMqNode broker, Spoken spoken)
{
    private const string Queue = "journeys";
    private readonly List<Heard> heard = [];

    public static async Task<Tap> Open(RabbitMqNode broker, Spoken spoken)
    {
        await using var connection = await broker.Connect();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        var events = typeof(HandoffRequested).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(HandoffRequested).Namespace && type.IsPublic);
        foreach (var type in events)
            await Bind($"{type.Namespace}:{type.Name}", ExchangeType.Fanout);
        await Bind("border", ExchangeType.Topic);
        return new Tap(broker, spoken);

        async Task Bind(string exchange, string kind)
        {
            await channel.ExchangeDeclareAsync(exchange, kind, durable: true);
            await channel.QueueBindAsync(Queue, exchange, routingKey: "#");
        }
    }

    /// <summary>
    /// Waits until these events of the handoff have come: on any exchange, or on one, <c>border HandoffAnswered</c>.
    /// </summary>
    public async Task<IReadOnlyList<Heard>> Hear(Patient patient, params string[] names)
    {
        IReadOnlyList<Heard> mine = [];
        await Soon.Holds(
            $"the broker has {string.Join(", ", names)}",
            async () =>
            {
                mine = [.. (await Read()).Where(one => one.HandoffId == patient.HandoffId.ToString())];
                return names.All(name => mine.Any(one => name == one.Name || name == $"{one.Exchange} {one.Name}"));
            });
        return mine;
    }

    /// <summary>Everything that has come so far, in order.</summary>
    public async Task<IReadOnlyList<Heard>> Read()
    {
        await using var connection = await broker.Connect();
        await using var channel = await connection.CreateChannelAsync();
        while (await channel.BasicGetAsync(Queue, autoAck: true) is { } message)
        {
            var headers = message.BasicProperties.Headers ?? new Dictionary<string, object?>();
            heard.Add(new Heard(
                message.Exchange,
                string.Join('\n', headers.Select(header => $"{header.Key}: {Words(header.Value)}")),
                Encoding.UTF8.GetString(message.Body.Span)));
            spoken.Add("broker messages", $"{heard[^1].Headers}\n{heard[^1].Body}");
        }

        return heard;
    }

    private static string Words(object? value) =>
        value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}";
}
