using NaraVard.Grpc.Tests.Interop.Cases;

namespace NaraVard.Grpc.Tests.Interop.Players;

/// <summary>A client that makes calls as it is told to.</summary>
internal interface IInteropClient
{
    /// <summary>Makes a call, as many times at once as it says, and tells what came of each.</summary>
    Task<IReadOnlyList<Outcome>> Make(Call call);
}
