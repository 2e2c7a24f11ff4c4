using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Grpc.Json.Reading;

/// <summary>
/// One request on its way in: the wire bytes so far, where in the JSON we are, and every fault found. The path is kept
/// as parts and becomes text only when there is a fault to name.
/// </summary>
internal sealed class Intake : IDisposable
{
    /// <summary>The generated parser stops at 100 levels; we say so earlier and name the field.</summary>
    private const int WireDepthMax = 90;
    private const int FaultsMax = 100;
    private const int NameMax = 100;

    private readonly List<(string? Name, int Index)> path = [];
    private List<ProblemViolation>? violations;
    private int depth;

    public WireBuffer Wire { get; } = new();

    public bool IsSound => violations is null;

    public IReadOnlyList<ProblemViolation> Violations => violations ?? [];

    public void Push(string name) => path.Add((name, 0));

    public void Push(int index) => path.Add((null, index));

    public void Pop() => path.RemoveAt(path.Count - 1);

    public void PopAll() => path.Clear();

    public void Fault(Fault fault)
    {
        violations ??= [];
        if (violations.Count < FaultsMax)
            violations.Add(new(PathText(), fault.Code, fault.Swedish, fault.English));
    }

    public void Fault(string name, Fault fault)
    {
        Push(name.Length <= NameMax ? name : name[..NameMax]);
        Fault(fault);
        Pop();
    }

    /// <summary>Starts a nested message; -1 and a fault when it is nested too deeply.</summary>
    public int BeginMessage(ref Utf8JsonReader json)
    {
        if (depth < WireDepthMax)
        {
            depth++;
            return Wire.Begin();
        }

        Fault(Faults.TooDeep);
        json.Skip();
        return -1;
    }

    public void EndMessage(int start)
    {
        depth--;
        Wire.End(start);
    }

    public void Dispose() => Wire.Dispose();

    private string PathText()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in path)
        {
            if (name is null)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                text.Append(text.Length > 0 ? "." : "").Append(name);
        }

        return text.ToString();
    }
}
