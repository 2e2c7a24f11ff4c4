using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Capitation;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    private const int FiguresMax = 10_000;

    private static readonly Text FigureCount = new("Ange 1 till 10000 rader.", "Give 1 to 10000 rows.");

    private static readonly Text UnknownUnit = new(
        "Ingen mottagning i regionen har detta HSA-id.", "No clinic of the region has this HSA-id.");

    /// <summary>
    /// Takes figures about units. A later row about the same replaces an earlier; what a run was computed from stays.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner}")]
    [NoPersonData("Figures about units.")]
    public override async Task<Proto.DeliverFiguresResponse> DeliverFigures(
        Proto.DeliverFiguresRequest request, ServerCallContext context)
    {
        if (request.Figures.Count is 0 or > FiguresMax)
            throw new InvalidInput([new("figures", "out-of-range", FigureCount)]);
        var units = (await db.Clinics.AsNoTracking().ToListAsync(context.CancellationToken))
            .Where(clinic => clinic.Region == caller.Organisation.Code).Select(clinic => clinic.Id.Value).ToHashSet();
        var rows = request.Figures.Select(figure => Parse(figure, units)).ToList();
        var known = await Known([.. rows.Select(row => row.Row.Month).Distinct()], context.CancellationToken);

        var reply = new Proto.DeliverFiguresResponse();
        reply.Rows.AddRange(rows.Select(row =>
            row.Fault is { } fault ? Refused(fault, context) : Keep(row.Row, known)));

        await db.SaveChangesAsync(context.CancellationToken);
        return reply;
    }

    private async Task<Dictionary<(string, string, DateOnly), FigureRow>> Known(
        DateOnly[] months, CancellationToken cancel)
    {
        var region = Region;
        return await db.Figures.Where(row => row.Region == region && months.Contains(row.Month))
            .ToDictionaryAsync(row => (row.Unit, row.Measure, row.Month), cancel);
    }

    private Proto.FigureAnswer Keep(FigureRow row, Dictionary<(string, string, DateOnly), FigureRow> known)
    {
        var key = (row.Unit, row.Measure, row.Month);
        if (!known.TryGetValue(key, out var there))
            db.Add(known[key] = row);
        else if (there.Value == row.Value)
            return new() { Outcome = Proto.RowOutcome.Same };
        else
            there.Value = row.Value;
        return new() { Outcome = Proto.RowOutcome.Kept };
    }

    private static Proto.FigureAnswer Refused(Violation fault, ServerCallContext context) => new()
    {
        Outcome = Proto.RowOutcome.Refused,
        Field = fault.Field,
        Code = fault.Code,
        Reason = context.Say(fault.Message),
    };

    /// <summary>The row, and the first that is wrong with it.</summary>
    private (FigureRow Row, Violation? Fault) Parse(Proto.UnitFigure figure, HashSet<string> units)
    {
        var faults = new Violations();
        if (!units.Contains(figure.Unit))
            faults.Add("unit", "unknown-unit", UnknownUnit);
        var row = new FigureRow
        {
            Region = Region,
            Unit = figure.Unit,
            Month = faults.Month("month", figure.Month),
            Measure = faults.Code("measure", figure.Measure),
            Value = faults.Number("value", figure.Value, Parsing.KronorMax),
        };
        return (row, faults.First);
    }
}
