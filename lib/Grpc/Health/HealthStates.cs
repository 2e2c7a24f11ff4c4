using Grpc.AspNetCore.HealthChecks;
using Grpc.AspNetCore.Server;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.Health;

/// <summary>The state of each service: asked for now, and told again whenever the host's checks have run.</summary>
internal sealed class HealthStates(
    HealthCheckService checks, IOptions<GrpcHealthChecksOptions> options, RpcRegistry registry)
    : IHealthCheckPublisher
{
    private TaskCompletionSource<HealthReport> next = NewReport();

    /// <summary>The report after this moment.</summary>
    public Task<HealthReport> Next => Volatile.Read(ref next).Task;

    public Task<HealthReport> Now(CancellationToken stop) => checks.CheckHealthAsync(stop);

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref next, NewReport()).SetResult(report);
        return Task.CompletedTask;
    }

    /// <summary>The state of a service; null for one that is not here.</summary>
    public ServingStatus? Of(string service, HealthReport report)
    {
        if (!Names().Contains(service))
            return null;
        return options.Value.Services.Of(service, report) == HealthStatus.Unhealthy
            ? ServingStatus.NotServing
            : ServingStatus.Serving;
    }

    /// <summary>Every name that can be asked for.</summary>
    public IReadOnlySet<string> Names()
    {
        HashSet<string> names = new(StringComparer.Ordinal) { "" };
        names.UnionWith(options.Value.Services.Names);
        foreach (var rpc in registry.Methods)
            names.Add(rpc.Method.ServiceName);
        return names;
    }

    private static TaskCompletionSource<HealthReport> NewReport() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
