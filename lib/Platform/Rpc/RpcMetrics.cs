using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;

namespace NaraVard.Platform.Rpc;

/// <summary>Counts and times every RPC, by service, method and outcome.</summary>
internal sealed class RpcMetrics : Around
{
    private readonly Histogram<double> duration;
    private readonly UpDownCounter<long> running;

    public RpcMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("NaraVard.Platform.Rpc");
        duration = meter.CreateHistogram<double>("naravard.rpc.duration", "s", "How long RPCs took, by outcome.");
        running = meter.CreateUpDownCounter<long>("naravard.rpc.running", null, "RPCs that are under way.");
    }

    protected override async Task<T> Run<T>(ServerCallContext context, Func<Task<T>> call)
    {
        var started = Stopwatch.GetTimestamp();
        var (service, method) = Names(context.Method);
        var labels = new TagList { { "service", service }, { "method", method } };
        running.Add(1, labels);
        var outcome = StatusCode.Cancelled;
        try
        {
            var reply = await call();
            outcome = context.Status.StatusCode;
            return reply;
        }
        catch (RpcException refused)
        {
            outcome = refused.StatusCode;
            throw;
        }
        finally
        {
            running.Add(-1, labels);
            labels.Add("code", outcome.ToString());
            duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, labels);
        }
    }

    private static (string Service, string Method) Names(string path)
    {
        var slash = path.LastIndexOf('/');
        return (path[1..slash], path[(slash + 1)..]);
    }
}
