using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Persons;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Outbox;

/// <summary>
/// The whole way: a writer's transaction with its event, dispatcher, broker, inbox and effect in one transaction. Two
/// services with a database each, in one process.
/// </summary>
internal sealed class Journey : IConsumeObserver, IAsyncDisposable
{
    private const int Persons = 5000;
    private readonly Guid[] persons = [.. Enumerable.Range(0, Persons).Select(_ => Guid.CreateVersion7())];
    private readonly IHost host;
    private readonly Database sender;
    private readonly Database receiver;

    private Journey(IHost host, Database sender, Database receiver, Run run)
    {
        (this.host, this.sender, this.receiver, Run) = (host, sender, receiver, run);
        host.Services.GetRequiredService<IBus>().ConnectConsumeObserver(this);
    }

    /// <summary>The events that are under way.</summary>
    public Run Run { get; set; }

    public static async Task<Journey> Start(PostgreSqlServer server, RabbitMqNode node, Run run)
    {
        var sender = await Database.CreateEmpty(server);
        var receiver = await Database.CreateEmpty(server);
        await sender.Execute("create table notes (id uuid primary key, person uuid not null, number int not null)");
        await receiver.Execute("create table copies (id uuid primary key, person uuid not null, number int not null)");
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:sender", sender.ConnectionString),
            new("ConnectionStrings:receiver", receiver.ConnectionString),
            .. node.Settings(await node.CreateVirtualHost()),
        ]);
        builder.Logging.ClearProviders();
        builder.AddService<SenderDb>("sender");
        builder.AddService<ReceiverDb>("receiver");
        builder.AddConsumers<ReceiverDb>(consumers => consumers.AddConsumer<OnNoted>());
        var journey = new Journey(builder.Build(), sender, receiver, run);
        await journey.host.StartAsync();
        return journey;
    }

    /// <summary>One writer's transaction with one event.</summary>
    public Task Write(int number) => Write([number]);

    /// <summary>One writer's transaction, with as many rows and events.</summary>
    public async Task Write(IReadOnlyList<int> numbers)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SenderDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox<SenderDb>>();
        foreach (var number in numbers)
        {
            var noted = Noted.Of(number, persons[number * 31 % Persons]);
            db.Add(new Note { Id = noted.NoteId, Person = Guid.Parse(noted.PersonKey), Number = number });
            outbox.Publish(PersonKey.Parse(noted.PersonKey), noted);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Counts in the tables: nothing lost, nothing twice, nothing left.</summary>
    public async Task Check()
    {
        var written = await sender.Ask<long>("select count(*) from notes");
        var heard = await receiver.Ask<long>("select count(*) from copies");
        var marked = await receiver.Ask<long>("select count(*) from platform.inbox");
        if (written != heard || heard != marked)
            throw new InvalidOperationException($"{written} written, {heard} effects, {marked} marked as received.");
    }

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    /// <summary>After the commit of the effect.</summary>
    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        Run.HasArrived(((Noted)(object)context.Message).Number);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await sender.DisposeAsync();
        await receiver.DisposeAsync();
    }
}
