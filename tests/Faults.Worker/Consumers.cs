using MassTransit;

namespace NaraVard.Faults.Worker;

/// <summary>The consumer that poison is poison for.</summary>
internal sealed class OnEntered(WorkerDb db) : IConsumer<Entered>
{
    public Task Consume(ConsumeContext<Entered> context)
    {
        if (context.Message.IsPoison && !Edition.IsMended)
            throw new FormatException("It cannot be taken.");
        return db.Note(nameof(OnEntered), context.Message.Person, context.Message.Number, context.CancellationToken);
    }
}

internal sealed class OnEnteredToo(WorkerDb db) : IConsumer<Entered>
{
    public Task Consume(ConsumeContext<Entered> context) =>
        db.Note(nameof(OnEnteredToo), context.Message.Person, context.Message.Number, context.CancellationToken);
}

internal sealed class OnCorrected(WorkerDb db) : IConsumer<Corrected>
{
    public Task Consume(ConsumeContext<Corrected> context) =>
        db.Note(nameof(OnCorrected), context.Message.Person, context.Message.Number, context.CancellationToken);
}

internal static class Noting
{
    public static Task Note(this WorkerDb db, string consumer, Guid person, long number, CancellationToken ct)
    {
        db.Add(new Effect { Consumer = consumer, Person = person, Number = number });
        return db.SaveChangesAsync(ct);
    }
}
