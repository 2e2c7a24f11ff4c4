namespace NaraVard.Grpc.Tests.Raw;

/// <summary>What a connection may still send before the other side has taken what is there.</summary>
internal sealed class SendWindow
{
    private readonly Lock gate = new();
    private TaskCompletionSource? more;
    private long left = 65_535;

    public void Add(long size)
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            left += size;
            (waiting, more) = (more, null);
        }
        waiting?.TrySetResult();
    }

    public async Task Take(int size)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (left >= size)
                {
                    left -= size;
                    return;
                }
                more ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = more.Task;
            }
            await wait;
        }
    }
}
