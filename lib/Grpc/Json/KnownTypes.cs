using Google.Protobuf.Reflection;

namespace Grpc.Json;

/// <summary>The message types of the contracts that are served, which an Any may hold.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<string, MessageDescriptor> types = [];
    private readonly HashSet<string> files = [];

    public MessageDescriptor? Find(string fullName) => types.GetValueOrDefault(fullName);

    /// <summary>Adds a file and all that it imports.</summary>
    public void Add(FileDescriptor file)
    {
        if (!files.Add(file.Name))
            return;
        foreach (var message in file.MessageTypes)
            Add(message);
        foreach (var dependency in file.Dependencies)
            Add(dependency);
    }

    private void Add(MessageDescriptor message)
    {
        types[message.FullName] = message;
        foreach (var nested in message.NestedTypes)
            Add(nested);
    }
}
