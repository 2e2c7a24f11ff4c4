using Microsoft.Extensions.DependencyInjection;

namespace NaraVard.Platform.Access;

/// <summary>What a program does with persons' data without anybody asking: a background job.</summary>
public static class Unattended
{
    /// <summary>
    /// From now on whom the scope's <see cref="AccessTrail"/> names is in the access log before what the scope saves,
    /// as written by the program itself: <c>system:</c> and the job's name, with no user. What is never saved leaves no
    /// row.
    /// </summary>
    /// <param name="scope">The scope of one piece of work.</param>
    /// <param name="service">The service whose log it is.</param>
    /// <param name="job">The job, and after a slash which of its steps.</param>
    public static AccessTrail ActAlone(this IServiceProvider scope, string service, string job)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(job);
        var (trail, log) = (
            scope.GetRequiredService<AccessTrail>(), scope.GetRequiredKeyedService<AccessLog>(service));
        var clock = scope.GetRequiredService<TimeProvider>();
        trail.Write = () => trail.Take() is { Count: > 0 } touched
            ? log.Append([.. touched.Select(one => AccessRecorder.About(Entry(job, clock), one))])
            : Task.CompletedTask;
        return trail;
    }

    private static AccessEntry Entry(string job, TimeProvider clock) => new()
    {
        At = clock.GetUtcNow(),
        IsAllowed = true,
        Activity = Activity.Write,
        Method = job,
        Subject = "system:" + job.Split('/')[0],
    };
}
