using Google.Protobuf.Reflection;

namespace Grpc.Json;

/// <summary>Which message types have a JSON form of their own.</summary>
internal static class WellKnownTypes
{
    private static readonly HashSet<string> Wrappers =
    [
        "google.protobuf.DoubleValue", "google.protobuf.FloatValue", "google.protobuf.Int64Value",
        "google.protobuf.UInt64Value", "google.protobuf.Int32Value", "google.protobuf.UInt32Value",
        "google.protobuf.BoolValue", "google.protobuf.StringValue", "google.protobuf.BytesValue",
    ];

    public static bool IsWrapper(this MessageDescriptor descriptor) => Wrappers.Contains(descriptor.FullName);
}
