using System.Collections;
using System.Reflection;

namespace NaraVard.Contracts.Tests;

/// <summary>A value of any type that an event may be made of, the same in every run, with nothing left out.</summary>
internal static class Sample
{
    public static object Of(Type type, string name = "value")
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetValues(type) is { Length: > 1 } values ? values.GetValue(1)! : Enum.ToObject(type, 0);
        if (ElementOf(type) is { } element)
            return ListOf(element, name);
        return Simple(type, name) ?? Record(type);
    }

    private static object? Simple(Type type, string name) => type switch
    {
        _ when type == typeof(string) => name,
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(double) => 7.5,
        _ when type == typeof(decimal) => 7.5m,
        _ when type == typeof(Guid) => new Guid("0197a1c2-7f00-7000-8000-000000000001"),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 20, 13, 5, 0, TimeSpan.Zero),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 20),
        _ when type == typeof(TimeOnly) => new TimeOnly(13, 5),
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(7),
        _ => null,
    };

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GenericTypeArguments.Length == 1 && typeof(IEnumerable).IsAssignableFrom(type)
            ? type.GenericTypeArguments[0]
            : null;

    private static Array ListOf(Type element, string name)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Of(element, name), 0);
        return list;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var value = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
            property.SetValue(value, Of(property.PropertyType, property.Name));
        return value;
    }
}
