using System.Text;
using NaraVard.Testing.Made;

namespace NaraVard.Grpc.Tests.Hostile.Texts;

/// <summary>What is done to the query of a sound JSON request.</summary>
internal static class JsonQueryFaults
{
    private static readonly string[] Wrong =
    [
        "zzz=1", "=", "=1", "%FF=1", "text=%", "text=%4", "text=%ZZ", "text=%FF", "text=%C3%28", "text=%ED%A0%80",
        "text=1&text=2", "longs=x", "longs=99999999999999999999", "longs=", "colours=NOPE", "since=now", "since=",
        "since=2026-03-01T%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5%C3%A5", "within=5", "within=-s", "token=*", "flag=yes",
        "flag=", "weight=", "weight=1e999", "mask=a b", "byName=a&byNumber=1", "inner.back=1", "inner=1",
        "inner.deeper=1", "inner.deeper.back.text=1", "number=1", "wrapped=%80", "choice=1", "__proto__=1",
    ];

    public static void Do(JsonRequest request, Random random)
    {
        if (request.Name == "query" && random.Next(3) > 0)
        {
            request.Query.Add(Wrong[random.Next(Wrong.Length)].Replace(" ", "%20", StringComparison.Ordinal));
            request.Fault(400);
        }
        else if (request.Query.Count > 0 && random.Next(2) == 0)
        {
            DamageOne(request, random);
        }
        else
        {
            request.Query.Add($"z{random.Next()}={new string('z', random.Next(3000))}");
            request.Fault(400);
        }
    }

    private static void DamageOne(JsonRequest request, Random random)
    {
        var at = random.Next(request.Query.Count);
        var damaged = Encoding.Latin1.GetString(Damage.Of(Encoding.Latin1.GetBytes(request.Query[at]), random));
        request.Query[at] = new([.. damaged.Select(letter => letter is > ' ' and < '\x7f' and not '#' ? letter : '~')]);
        request.Faults.Add(400);
    }
}
