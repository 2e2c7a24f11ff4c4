using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Wire to domain: an outcome, all its faults at once.</summary>
internal static class ParsedOutcome
{
    private const int TextMax = 200;

    public static (Guid HandoffId, Outcome Outcome) Of(Proto.RecordOutcomeRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("handoffId", request.HandoffId, faults);
        var outcome = request.Outcome;
        var kind = Coded.Parse<OutcomeKind, Proto.OutcomeKind>("outcome.kind", outcome?.Kind ?? 0, faults);
        var start = outcome?.ServiceStart is { } given ? Start(given, faults) : null;
        var code = faults.Optional("outcome.catalogueCode", outcome?.CatalogueCode, 60);
        var referredTo = faults.Optional("outcome.referredTo", outcome?.ReferredTo, TextMax);
        faults.ThrowIfAny();
        return (id, new Outcome(kind, start, code, referredTo));
    }

    private static ServiceStart Start(Proto.ServiceStart start, Violations faults)
    {
        const string Field = "outcome.serviceStart";
        var what = faults.Required($"{Field}.what", start.What, TextMax);
        var contact = ParsedContact.Of($"{Field}.contact", start.Contact, faults);
        if (contact is null)
            faults.Add($"{Field}.contact", "required", Coded.Required);
        if (start.StartsAt is null)
            faults.Add($"{Field}.startsAt", "required", Coded.Required);
        return new ServiceStart(
            what, start.StartsAt?.ToDateTimeOffset() ?? default, contact ?? new Contact("", "", ""));
    }
}
