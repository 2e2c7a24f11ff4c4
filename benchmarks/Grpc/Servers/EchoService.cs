using Grpc.Core;
using NaraVard.Benchmarks.Grpc.V1;

namespace NaraVard.Benchmarks.Grpc.Servers;

/// <summary>Sends a payload back.</summary>
internal sealed class EchoService : Echo.EchoBase
{
    public override Task<Saying> Say(Saying request, ServerCallContext context) =>
        Task.FromResult(new Saying { Payload = request.Payload });
}
