namespace Grpc.Core;

/// <summary>On a generated service class: names the static method that binds it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The type that has the method.</summary>
    public Type BindType { get; } = bindType ?? throw new ArgumentNullException(nameof(bindType));

    /// <summary>The name of the method.</summary>
    public string BindMethodName { get; } = bindMethodName ?? throw new ArgumentNullException(nameof(bindMethodName));
}
