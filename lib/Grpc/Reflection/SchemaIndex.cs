using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;

namespace Grpc.Reflection;

/// <summary>The .proto files behind the mapped services, findable by name, by symbol and by extension.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, FileDescriptor> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> extensions = new(StringComparer.Ordinal);

    public SchemaIndex(RpcRegistry registry)
    {
        SortedSet<string> services = new(StringComparer.Ordinal);
        foreach (var rpc in registry.Methods)
        {
            services.Add(rpc.Method.ServiceName);
            if (rpc.Descriptor is { } descriptor)
                Add(descriptor.Service.File);
        }
        Services = services;
    }

    /// <summary>The full names of the services.</summary>
    public IReadOnlyCollection<string> Services { get; }

    public FileDescriptor? File(string name) => files.GetValueOrDefault(name);

    public FileDescriptor? Symbol(string fullName) => symbols.GetValueOrDefault(fullName.TrimStart('.'));

    public FileDescriptor? Extension(string type, int number) =>
        extensions.GetValueOrDefault(type)?.GetValueOrDefault(number);

    /// <summary>The numbers by which a message is extended; null for a type that is not here.</summary>
    public IEnumerable<int>? ExtensionsOf(string type) =>
        extensions.TryGetValue(type, out var numbers) ? numbers.Keys : symbols.ContainsKey(type) ? [] : null;

    /// <summary>A file and everything it imports, each once, the file first.</summary>
    public static IEnumerable<ByteString> WithImports(FileDescriptor file)
    {
        HashSet<string> sent = new(StringComparer.Ordinal) { file.Name };
        Queue<FileDescriptor> waiting = new([file]);
        while (waiting.TryDequeue(out var next))
        {
            yield return next.SerializedData;
            foreach (var import in next.Dependencies)
                if (sent.Add(import.Name))
                    waiting.Enqueue(import);
        }
    }

    private void Add(FileDescriptor file)
    {
        if (!files.TryAdd(file.Name, file))
            return;
        foreach (var import in file.Dependencies)
            Add(import);
        foreach (var service in file.Services)
        {
            symbols[service.FullName] = file;
            foreach (var method in service.Methods)
                symbols[method.FullName] = file;
        }
        foreach (var message in file.MessageTypes)
            Add(message);
        foreach (var type in file.EnumTypes)
            Add(type);
        foreach (var extension in file.Extensions.UnorderedExtensions)
            Add(extension);
    }

    private void Add(MessageDescriptor message)
    {
        symbols[message.FullName] = message.File;
        foreach (var field in message.Fields.InDeclarationOrder())
            symbols[field.FullName] = message.File;
        foreach (var oneof in message.Oneofs)
            symbols[oneof.FullName] = message.File;
        foreach (var nested in message.NestedTypes)
            Add(nested);
        foreach (var type in message.EnumTypes)
            Add(type);
        foreach (var extension in message.Extensions.UnorderedExtensions)
            Add(extension);
    }

    private void Add(EnumDescriptor type)
    {
        symbols[type.FullName] = type.File;
        foreach (var value in type.Values)
            symbols[value.FullName] = type.File;
    }

    private void Add(FieldDescriptor extension)
    {
        symbols[extension.FullName] = extension.File;
        if (!extensions.TryGetValue(extension.ExtendeeType.FullName, out var numbers))
            extensions[extension.ExtendeeType.FullName] = numbers = [];
        numbers[extension.FieldNumber] = extension.File;
    }
}
