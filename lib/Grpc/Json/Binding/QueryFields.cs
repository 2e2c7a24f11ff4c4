using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using Grpc.Json.Reading;

namespace Grpc.Json.Binding;

/// <summary>The fields that neither path nor body gives: each can be given in the query, by dotted name.</summary>
internal sealed class QueryFields
{
    private const int NameMax = 200;

    /// <summary>For an RPC whose whole request is in path and body: every name in the query is unknown.</summary>
    public static readonly QueryFields None = new();

    private readonly FrozenDictionary<string, BoundField> fields;

    private QueryFields()
    {
        All = [];
        fields = FrozenDictionary<string, BoundField>.Empty;
    }

    public QueryFields(ValueReader message, IReadOnlySet<string> taken)
    {
        All = message is MessageReader reader ? Leaves(reader, [], taken).ToArray() : [];
        var named = new Dictionary<string, BoundField>();
        foreach (var field in All)
            named[field.ContractPath] = field;
        foreach (var field in All)
            named[field.JsonPath] = field;
        fields = named.ToFrozenDictionary();
    }

    public IReadOnlyList<BoundField> All { get; }

    /// <summary>Reads a query string as it stands in the request, with or without its question mark.</summary>
    public void Read(ReadOnlySpan<char> query, Intake intake)
    {
        if (query.StartsWith("?"))
            query = query[1..];
        if (query.IsEmpty)
            return;
        var seen = new HashSet<BoundField>();
        var chosen = new Dictionary<(string, OneofDescriptor), BoundField>();
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf('=');
            var name = Name(equals < 0 ? pair : pair[..equals]);
            if (name is null || !fields.TryGetValue(name, out var field))
                intake.Fault(name ?? "?", name is null ? Faults.InvalidText : Faults.UnknownField);
            else if (!seen.Add(field) && !field.IsRepeated)
                intake.Fault(field.JsonPath, Faults.DuplicateField);
            else if (field.Oneof is { } oneof && !chosen.TryAdd((field.ParentPath, oneof), field))
                intake.Fault(field.JsonPath, Faults.AtMostOneOf(oneof));
            else
                field.Read(equals < 0 ? [] : pair[(equals + 1)..], plusIsSpace: true, intake);
        }
    }

    private static string? Name(ReadOnlySpan<char> raw)
    {
        if (raw.Length > NameMax)
            raw = raw[..NameMax];
        Span<byte> text = stackalloc byte[PercentText.MaxBytes(NameMax)];
        return PercentText.TryDecode(raw, plusIsSpace: true, text, out var count)
            ? System.Text.Encoding.UTF8.GetString(text[..count])
            : null;
    }

    private static IEnumerable<BoundField> Leaves(
        MessageReader message, IReadOnlyList<FieldReader> parents, IReadOnlySet<string> taken)
    {
        var prefix = string.Concat(parents.Select(parent => parent.Field.Name + "."));
        foreach (var field in message.Fields)
        {
            var path = prefix + field.Field.Name;
            if (taken.Contains(path))
                continue;
            if (field.Value.TakesText)
            {
                yield return new(parents, field);
            }
            else if (field.Field.IsRepeated || field.Value is not MessageReader inner)
            {
                throw new NotSupportedException($"the field '{path}' cannot be given in a query; take it in the body.");
            }
            else if (inner != message && parents.All(parent => parent.Value != inner))
            {
                foreach (var leaf in Leaves(inner, [.. parents, field], taken))
                    yield return leaf;
            }
        }
    }
}
