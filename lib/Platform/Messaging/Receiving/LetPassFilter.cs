using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// Lets the later messages of a person past one that is given up, once that one is safe in the error queue. A process
/// that dies between the two gives it up again, and for the same reason.
/// </summary>
internal sealed class LetPassFilter<TDb>(Reception<TDb> reception) : IFilter<ExceptionReceiveContext>
    where TDb : DbContext
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await next.Send(context);
        if (context.TryGetPayload(out Received? message))
            await reception.LetPass(message, context.CancellationToken);
    }

    public void Probe(ProbeContext context) => context.CreateScope("let-pass");
}
