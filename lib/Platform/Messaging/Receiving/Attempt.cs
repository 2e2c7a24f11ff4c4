using Npgsql;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// One message that asks for its effect. The effect runs in the flow of the delivery that asked, with its trace and its
/// log scopes, wherever it is run from.
/// </summary>
internal sealed class Attempt(
    Received message, bool mayGoAhead, Func<NpgsqlTransaction, Task<IReadOnlyCollection<string>>> effect,
    CancellationToken ct)
{
    private readonly ExecutionContext? flow = ExecutionContext.Capture();
    private readonly TaskCompletionSource<Gate> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Received Message => message;

    /// <summary>True when it has waited long enough for the earlier ones.</summary>
    public bool MayGoAhead => mayGoAhead;

    /// <summary>What the inbox said; when that is <see cref="Admission.Admitted"/>, the effect is committed.</summary>
    public Task<Gate> Answer => answer.Task;

    /// <summary>Has the effect, commits nothing, and answers whom to wake after the commit.</summary>
    public Task<IReadOnlyCollection<string>> Run(NpgsqlTransaction transaction)
    {
        ct.ThrowIfCancellationRequested();
        if (flow is null)
            return effect(transaction);
        Task<IReadOnlyCollection<string>> running = null!;
        ExecutionContext.Run(flow, _ => running = effect(transaction), null);
        return running;
    }

    public void Succeed(Gate gate) => answer.TrySetResult(gate);

    public void Fail(Exception cause) => answer.TrySetException(cause);
}
