namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>Who calls whom.</summary>
public enum Pair
{
    GrpcioCallsUs,
    GrpcJsCallsUs,
    WeCallGrpcio,
    WeCallGrpcJs,
}
