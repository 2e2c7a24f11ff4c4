using MassTransit;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Tests.Messaging;

public sealed record SomethingHappened
{
    public required int Number { get; init; }

    public string Text { get; init; } = "";

    public string? Recipient { get; init; }
}

public sealed record SomethingElseHappened
{
    public required int Number { get; init; }
}

/// <summary>What a test does in the middle of a consumer.</summary>
internal sealed class Interference
{
    public Func<SomethingHappened, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<SomethingHappened, Task> After { get; set; } = _ => Task.CompletedTask;
}

internal sealed class OnSomethingHappened(TestDb db, Caller caller, Interference interference)
    : IConsumer<SomethingHappened>
{
    public async Task Consume(ConsumeContext<SomethingHappened> context)
    {
        await interference.Before(context.Message);
        db.Add(new Effect
        {
            Consumer = nameof(OnSomethingHappened),
            Number = context.Message.Number,
            Text = $"{caller.Subject}|{System.Diagnostics.Activity.Current?.TraceId}|{context.Message.Text}",
        });
        await db.SaveChangesAsync(context.CancellationToken);
        await interference.After(context.Message);
    }
}

internal sealed class OnSomethingHappenedToo(TestDb db) : IConsumer<SomethingHappened>
{
    public async Task Consume(ConsumeContext<SomethingHappened> context)
    {
        db.Add(new Effect { Consumer = nameof(OnSomethingHappenedToo), Number = context.Message.Number, Text = "" });
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
