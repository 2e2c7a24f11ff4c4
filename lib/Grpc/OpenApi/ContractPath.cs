using Google.Protobuf.Reflection;

namespace Grpc.OpenApi;

/// <summary>Turns the position of a comment, numbers of the descriptor's own fields, into a full name.</summary>
internal static class ContractPath
{
    private const int MessageType = FileDescriptorProto.MessageTypeFieldNumber;
    private const int EnumType = FileDescriptorProto.EnumTypeFieldNumber;
    private const int Service = FileDescriptorProto.ServiceFieldNumber;

    /// <summary>The name; null for a position that is no element of ours, such as an option.</summary>
    public static string? Name(FileDescriptorProto file, int[] path) => path switch
    {
        [MessageType, var index, .. var rest] => InMessage(file.Package, file.MessageType[index], rest),
        [EnumType, var index, .. var rest] => InEnum(file.Package, file.EnumType[index], rest),
        [Service, var index] => $"{file.Package}.{file.Service[index].Name}",
        [Service, var index, ServiceDescriptorProto.MethodFieldNumber, var method] =>
            $"{file.Package}.{file.Service[index].Name}.{file.Service[index].Method[method].Name}",
        _ => null,
    };

    private static string? InMessage(string scope, DescriptorProto message, int[] path)
    {
        var name = $"{scope}.{message.Name}";
        return path switch
        {
            [] => name,
            [DescriptorProto.FieldFieldNumber, var index] => $"{name}.{message.Field[index].Name}",
            [DescriptorProto.NestedTypeFieldNumber, var index, .. var rest] =>
                InMessage(name, message.NestedType[index], rest),
            [DescriptorProto.EnumTypeFieldNumber, var index, .. var rest] =>
                InEnum(name, message.EnumType[index], rest),
            _ => null,
        };
    }

    // Names of enum values stand beside their enum, not in it.
    private static string? InEnum(string scope, EnumDescriptorProto type, int[] path) => path switch
    {
        [] => $"{scope}.{type.Name}",
        [EnumDescriptorProto.ValueFieldNumber, var index] => $"{scope}.{type.Value[index].Name}",
        _ => null,
    };
}
