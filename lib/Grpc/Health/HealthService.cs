using Grpc.Core;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.Health;

/// <summary>The published health service, fed by the host's health checks.</summary>
internal sealed class HealthService(HealthStates states) : V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var report = await states.Now(context.CancellationToken).ConfigureAwait(false);
        return states.Of(request.Service, report) is { } state
            ? new HealthCheckResponse { Status = state }
            : throw new RpcException(new Status(StatusCode.NotFound, "There is no such service."));
    }

    public override async Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        var report = await states.Now(context.CancellationToken).ConfigureAwait(false);
        var reply = new HealthListResponse();
        foreach (var name in states.Names())
            reply.Statuses[name] = new HealthCheckResponse { Status = states.Of(name, report)!.Value };
        return reply;
    }

    public override async Task Watch(
        HealthCheckRequest request,
        IServerStreamWriter<HealthCheckResponse> responseStream,
        ServerCallContext context)
    {
        var next = states.Next;
        var report = await states.Now(context.CancellationToken).ConfigureAwait(false);
        ServingStatus? told = null;
        while (true)
        {
            var state = states.Of(request.Service, report) ?? ServingStatus.ServiceUnknown;
            if (state != told)
                await responseStream.WriteAsync(new HealthCheckResponse { Status = state }).ConfigureAwait(false);
            told = state;
            report = await next.WaitAsync(context.CancellationToken).ConfigureAwait(false);
            next = states.Next;
        }
    }
}
