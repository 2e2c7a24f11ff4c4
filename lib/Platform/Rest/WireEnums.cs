using Google.Protobuf.Reflection;

namespace NaraVard.Platform.Rest;

/// <summary>
/// Domain enums and wire enums have the same numbers (a test holds them to it), so a cast is the mapping; the code of a
/// value is its name on the wire.
/// </summary>
public static class WireEnums
{
    /// <summary>The value's name in JSON and in events: <c>OUTCOME_KIND_INFORMATION</c>.</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum => Names<T>.All[value];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().ToDictionary(value => value, value =>
            typeof(T).GetField(value.ToString())!
                .GetCustomAttributes(typeof(OriginalNameAttribute), false).Cast<OriginalNameAttribute>().Single().Name);
    }
}
