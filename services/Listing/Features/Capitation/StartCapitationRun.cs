using System.Data;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Capitation;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Runs;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    private static readonly Text RunIdTaken = new(
        "Det finns redan en körning med detta id för något annat.",
        "There is already a run with this id for something else.");

    /// <summary>
    /// Computes a month by the package in force, from one moment's picture of listing and figures. The caller chooses
    /// the id, so that a retry computes once.
    /// </summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Counts of persons by unit and age; nobody is named.")]
    public override async Task<Proto.CapitationRun> StartCapitationRun(
        Proto.StartCapitationRunRequest request, ServerCallContext context)
    {
        var (order, cancel) = (Order(request), context.CancellationToken);
        if (await db.CapitationRuns.FindAsync([order.Id], cancel) is { } known)
            return known.IsOf(order, Region)
                ? WireRun.Of(known)
                : throw new Conflict("run-id-taken", RunIdTaken, known.Id.ToString());
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await RequireNext(order.System, order.Month, order.Corrects, cancel);

        var run = await Compute(order, cancel);

        await transaction.CommitAsync(cancel);
        return WireRun.Of(run);
    }

    private async Task<CapitationRun> Compute(RunOrder order, CancellationToken cancel)
    {
        var package = await db.PackageInForce(Region, order.System, order.Month, cancel)
            ?? throw Refusals.NoPackageInForce(order.Month);
        var model = ParsedPackage.Model(package);
        var day = model.DayOf(order.Month);
        if (day >= Today)
            throw Refusals.DayNotOver(day);
        var snapshot = await db.Snapshot(
            new SnapshotOrder(Region, caller.Organisation.Code, order.System.ListingType(), day, order.Month), cancel);
        var result = Calculation.Of(model, order.Month, snapshot);
        var run = new CapitationRun(order, package, day, snapshot, result);

        db.Add(run);
        await db.WriteCells(run, snapshot, cancel);
        await db.WriteLines(run, result, cancel);
        await db.SaveChangesAsync(cancel);
        return run;
    }

    /// <summary>A month has one first final run; after that each corrects the latest.</summary>
    private async Task RequireNext(ChoiceSystem system, DateOnly month, Guid? corrects, CancellationToken cancel)
    {
        var final = await db.FinalRun(Region, system, month, cancel);
        if (corrects == final?.Id)
            return;
        throw corrects is null ? Refusals.MonthIsFinal() : Refusals.NothingToCorrect();
    }

    private RunOrder Order(Proto.StartCapitationRunRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("runId", request.RunId, faults);
        var system = Coded.Parse<ChoiceSystem, Proto.ChoiceSystem>("choiceSystem", request.ChoiceSystem, faults);
        var month = faults.Month("month", request.Month);
        Guid? corrects = request.CorrectsRunId.Length == 0
            ? null : Coded.Id("correctsRunId", request.CorrectsRunId, faults);
        faults.ThrowIfAny();
        return new RunOrder(id, system, month, corrects, Me, Now);
    }
}
