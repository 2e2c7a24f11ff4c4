using NaraVard.Api.V1;

namespace NaraVard.Platform.Rest;

/// <summary>Code lists of closed sets of values.</summary>
public static class CodeLists
{
    /// <summary>
    /// The values of an enum of the wire but for its zero, in their order, each with the names at its place.
    /// </summary>
    public static CodeList Of<T>(string name, params (string Sv, string En)[] names)
        where T : struct, Enum
    {
        var list = new CodeList { Name = name };
        var values = Enum.GetValues<T>().Where(value => Convert.ToInt32(value, provider: null) != 0);
        list.Entries.AddRange(values.Zip(names, (value, text) => new CodeEntry
        {
            Code = value.Code(),
            Sv = text.Sv,
            En = text.En,
        }));
        return list;
    }
}
