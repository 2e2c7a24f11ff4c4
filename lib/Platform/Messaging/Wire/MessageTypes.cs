using System.Collections.Concurrent;

namespace NaraVard.Platform.Messaging.Wire;

/// <summary>The name that a message type has in tables and headers, and the way back.</summary>
internal sealed class MessageTypes
{
    private readonly ConcurrentDictionary<string, Type?> types = new(StringComparer.Ordinal);

    /// <summary>Namespace, name and assembly: enough to find the type after a restart.</summary>
    public static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <summary>The type, or null when this version of the service no longer has it.</summary>
    public Type? Find(string name) => types.GetOrAdd(name, known => Type.GetType(known, throwOnError: false));
}
