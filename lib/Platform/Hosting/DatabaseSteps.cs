using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Hosting;

/// <summary>Work that is done by itself, again and again, on a service's database.</summary>
public static class DatabaseSteps
{
    /// <summary>
    /// Takes a step at each tick until stopped. When the database is down the step is told of and the next tick tries
    /// again: what is to be done must stay so until it is done. Any other failure ends it.
    /// </summary>
    /// <param name="clock">Whose ticks.</param>
    /// <param name="every">Between two ticks.</param>
    /// <param name="step">What is done.</param>
    /// <param name="failed">Told of a step that the database did not let happen.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task Take(
        TimeProvider clock, TimeSpan every, Func<CancellationToken, Task> step, Action<Exception> failed,
        CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(failed);
        using var timer = new PeriodicTimer(every, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await step(stopping);
            }
            // EF wraps an outage in InvalidOperationException.
            catch (Exception error) when (error is DbUpdateException or DbException or TimeoutException
                or InvalidOperationException { InnerException: DbException })
            {
                failed(error);
            }
        }
    }
}
