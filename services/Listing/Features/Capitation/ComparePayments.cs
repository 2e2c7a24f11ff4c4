using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Domain.Capitation.Runs;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    private static readonly Text OneOfThree = new(
        "Ange exakt ett av withRunId, withPackageId och withTiers.",
        "Give exactly one of withRunId, withPackageId and withTiers.");

    private static readonly Text OtherChoiceSystem = new(
        "Den gäller ett annat hälsoval än körningen.", "It is for another choice system than the run.");

    /// <summary>What units would get instead of what a run gave them. Nothing is stored.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Sums of units, computed from counts.")]
    public override async Task<Proto.ComparePaymentsResponse> ComparePayments(
        Proto.ComparePaymentsRequest request, ServerCallContext context)
    {
        var (ids, tiers) = Parse(request);
        var cancel = context.CancellationToken;
        var run = await db.Run(Region, ids.Run, cancel);
        var before = await db.ResultOf(run, cancel);

        var after = ids switch
        {
            { Other: { } other } => await Instead(run, await db.Run(Region, other, cancel), cancel),
            { Package: { } package } => await Instead(run, await db.Package(Region, package, cancel), cancel),
            _ => await Instead(run, tiers, cancel),
        };

        return WireRun.Of(new Comparison(before, after), await Names(run.ListingDay, cancel));
    }

    /// <summary>What each clinic was called on a day, by HSA-id.</summary>
    private async Task<Dictionary<string, string>> Names(DateOnly day, CancellationToken cancel) =>
        (await db.Clinics.AsNoTracking().ToListAsync(cancel)).ToDictionary(
            clinic => clinic.Id.Value, clinic => clinic.ProfileOn(day)?.Name ?? "");

    private async Task<Result> Instead(CapitationRun run, CapitationRun other, CancellationToken cancel)
    {
        RequireSame("withRunId", run.System, other.System);
        return await db.ResultOf(other, cancel);
    }

    /// <summary>Another package on the run's listing, as in the run's month or in the package's first.</summary>
    private async Task<Result> Instead(CapitationRun run, Package package, CancellationToken cancel)
    {
        RequireSame("withPackageId", run.System, package.System);
        var first = new DateOnly(package.From.Year, package.From.Month, 1);
        var month = first > run.Month ? first : run.Month;
        return Calculation.Of(ParsedPackage.Model(package), month, await db.SnapshotOf(run, cancel));
    }

    private async Task<Result> Instead(
        CapitationRun run, IReadOnlyList<Domain.Capitation.Components.DistanceTier> tiers, CancellationToken cancel)
    {
        var package = await db.Package(run.Region, run.PackageId, cancel);
        var model = ParsedPackage.Model(package).With(tiers);
        return Calculation.Of(model, run.Month, await db.SnapshotOf(run, cancel));
    }

    private static void RequireSame(string field, ChoiceSystem one, ChoiceSystem other)
    {
        if (one != other)
            throw new InvalidInput([new(field, "other-choice-system", OtherChoiceSystem)]);
    }

    private static ((Guid Run, Guid? Other, Guid? Package), IReadOnlyList<Domain.Capitation.Components.DistanceTier>)
        Parse(Proto.ComparePaymentsRequest request)
    {
        var faults = new Violations();
        var run = Coded.Id("runId", request.RunId, faults);
        var other = IdOrNull("withRunId", request.WithRunId, faults);
        var package = IdOrNull("withPackageId", request.WithPackageId, faults);
        var tiers = request.WithTiers.Count == 0 ? [] : ParsedRules.Tiers("withTiers", request.WithTiers, faults);
        if (new[] { other is not null, package is not null, request.WithTiers.Count > 0 }.Count(given => given) != 1)
            faults.Add("withRunId", "exactly-one", OneOfThree);
        faults.ThrowIfAny();
        return ((run, other, package), tiers);
    }

    private static Guid? IdOrNull(string field, string text, Violations faults) =>
        text.Length == 0 ? null : Coded.Id(field, text, faults);
}
