using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>A row for each RPC. A new RPC without input needs none; every other fails until it has one.</summary>
internal static class Table
{
    private static readonly IReadOnlyList<Row> Written =
    [
        .. HandoffRows.All, .. AuditRows.All, .. CapitationRows.All, .. RegisterRows.All, .. ChoiceRows.All,
        .. DeclarationRows.All, .. DentalRows.All, .. DoctorRows.All, .. BookingRows.All,
    ];

    /// <summary>The RPCs that rows name.</summary>
    public static IEnumerable<string> Names => Written.Select(row => row.Rpc);

    /// <summary>The row of an RPC; null when it has none and needs one.</summary>
    public static Row? Find(Route route) =>
        Written.FirstOrDefault(row => row.Rpc == route.Name)
        ?? (route.Rpc.InputType.Fields.InDeclarationOrder().Count == 0
            ? new(route.Name, People.In(route.Roles[0]), _ => Task.FromResult(new JsonObject())) : null);

    public static Row Of(Route route) =>
        Find(route) ?? throw new InvalidOperationException($"{route} has no row in tests/Conventions.Tests/Rows.");
}
