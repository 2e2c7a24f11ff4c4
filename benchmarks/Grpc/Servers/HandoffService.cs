using Grpc.Core;
using Proto = NaraVard.Contracts.Handoff.V1;

namespace NaraVard.Benchmarks.Grpc.Servers;

/// <summary>Answers as the real service does, without its work.</summary>
internal sealed class HandoffService : Proto.HandoffService.HandoffServiceBase
{
    public override Task<Proto.SentHandoff> RequestHandoff(
        Proto.RequestHandoffRequest request, ServerCallContext context) => Task.FromResult(Messages.Sent.Clone());

    public override async Task WatchHandoffs(
        Proto.WatchHandoffsRequest request,
        IServerStreamWriter<Proto.WatchHandoffsResponse> responseStream,
        ServerCallContext context)
    {
        for (var i = 0; i < Messages.ChangesInStream; i++)
            await responseStream.WriteAsync(Messages.Change, context.CancellationToken);
    }
}
