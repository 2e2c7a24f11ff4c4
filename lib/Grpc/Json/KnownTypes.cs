using Google.Protobuf.Reflection;

namespace Grpc.Json;

/// <summary>The message types of the contracts that are served, which an Any may hold.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<string, MessageDescriptor> types = [];
    private readonly HashSet<string> files = [];

    public MessageDescriptor? Find(string fullName) => types.GetValueOrDefault(fullName);

    /// <summary>
    /// Adds a file and all that it imports, but the language of contracts itself: nobody sends that, and its messages
    /// have required fields.
    /// </summary>
    public void Add(FileDescriptor file)
    {
        if (file == DescriptorReflection.Descriptor || !files.Add(file.Name))
            return;
        foreach (var message in file.MessageTypes)
            Add(message);
        foreach (var dependency in file.Dependencies)
            Add(dependency);
    }

    private void Add(MessageDescriptor message)
    {
        // The entry of a map is no message by itself.
        if (message.Parser is null)
            return;
        types[message.FullName] = message;
        foreach (var nested in message.NestedTypes)
            Add(nested);
    }
}
