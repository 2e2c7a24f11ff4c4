using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Desks;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Identifiers.Places;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Features;

/// <summary>The configured desks, rules and catalogue, as the domain knows them.</summary>
internal sealed class Rulebook
{
    private readonly ILookup<string, Desk> desks;
    private readonly CandidateRule[] candidateRules;

    public Rulebook(HandoffOptions options)
    {
        desks = options.Desks.Select(Desk).ToLookup(desk => desk.KommunCode);
        candidateRules = [.. options.CandidateRules.Select(rule =>
            new CandidateRule(rule.Organisation, rule.From, rule.To, rule.AgeYearsMin, rule.FrailtyMin))];
        Catalogue = [.. options.PreventiveActions.Select(action =>
            new PreventiveAction(action.Code, action.Sv, action.En, action.From ?? default, action.To))];
    }

    /// <summary>All preventive actions, those no longer offered too.</summary>
    public IReadOnlyList<PreventiveAction> Catalogue { get; }

    /// <summary>All desks of a day, by kommun code.</summary>
    public IEnumerable<Desk> Desks(DateOnly day) => desks
        .Select(versions => versions.On(day))
        .OfType<Desk>()
        .OrderBy(desk => desk.KommunCode, StringComparer.Ordinal);

    /// <summary>The kommun's desk on a day, or the refusal that says where to turn instead.</summary>
    public Desk DeskOf(KommunCode kommun, DateOnly day) =>
        FindDesk(kommun.Code, day) ?? throw Refusals.NoDesk(kommun.Name);

    /// <summary>The kommun's desk on a day; null when it has none here.</summary>
    public Desk? FindDesk(string kommunCode, DateOnly day) => desks[kommunCode].On(day);

    /// <summary>The region's candidate rule on a day.</summary>
    public CandidateRule CandidateRule(string region, DateOnly day) =>
        Domain.CandidateRule.For(region, day, candidateRules);

    /// <summary>Refuses a preventive action that the catalogue does not offer on the day.</summary>
    public void RequireOffered(string? code, DateOnly day)
    {
        if (code is not null && !Catalogue.Any(action => action.Code == code && action.AppliesOn(day)))
            throw Refusals.CatalogueItemUnknown();
    }

    private static Desk Desk(DeskOptions desk) => new(
        desk.KommunCode,
        desk.Name,
        desk.Phone,
        new OpeningHours(
            desk.Open.SelectMany(open => open.Days.Select(day => new OpenPeriod(day, open.From, open.To))),
            desk.ClosedDays),
        TimeSpan.FromMinutes(desk.AcknowledgeMinutes),
        desk.From ?? default,
        desk.To);
}
