using System.Linq.Expressions;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Data;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Measures;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    private static readonly Text NotADay = new("Ange en dag som åååå-mm-dd.", "Give a day as yyyy-mm-dd.");

    private static readonly Text NotAPeriod = new(
        "Perioden slutar före den börjar, eller är längre än ett år.",
        "The period ends before it begins, or is longer than a year.");

    /// <summary>What the handoffs of a period led to, for the caller's own organisation.</summary>
    [Authorize(Roles = $"{Roles.ErStaff},{Roles.Bistandsbedomare},{Roles.UnitManager},{Roles.Analyst}")]
    [NoPersonData("Counts only; those of fewer than 20 are hidden.")]
    public override async Task<Proto.Measures> GetMeasures(Proto.GetMeasuresRequest request, ServerCallContext context)
    {
        var (from, to) = Period(request);

        var facts = await db.Facts(OfMyOrganisation(), from, to, context.CancellationToken);

        return WireMeasures.Of(Measures.Of(facts));
    }

    private Expression<Func<HandoffCase, bool>> OfMyOrganisation()
    {
        var (organisation, code) = (acting.Organisation, acting.Kommun);
        return handoff => handoff.Region == organisation || handoff.KommunCode == code;
    }

    private static (DateTimeOffset From, DateTimeOffset To) Period(Proto.GetMeasuresRequest request)
    {
        var faults = new Violations();
        var first = faults.Parse<DateOnly>("fromDay", request.FromDay, DateOnly.TryParse, NotADay);
        var last = faults.Parse<DateOnly>("toDay", request.ToDay, DateOnly.TryParse, NotADay);
        if (!faults.Any && (last < first || last.DayNumber - first.DayNumber > 366))
            faults.Add("toDay", "not-a-period", NotAPeriod);
        faults.ThrowIfAny();
        var (from, to) = (StockholmTime.StartOf(first), StockholmTime.StartOf(last.AddDays(1)));
        return (from.ToUniversalTime(), to.ToUniversalTime());
    }
}
