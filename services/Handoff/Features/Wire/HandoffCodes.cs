using NaraVard.Api.V1;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Names for people of every coded value. A value without a name fails a test.</summary>
internal static class HandoffCodes
{
    public static IEnumerable<CodeList> Of(IEnumerable<PreventiveAction> catalogue, DateOnly today) =>
    [
        CodeLists.Of<Proto.HandoffState>("handoff-state",
            ("Mottagen", "Received"), ("Tagen", "Acknowledged"), ("Påbörjad", "Started"), ("Besvarad", "Answered"),
            ("Avslutad", "Closed")),
        CodeLists.Of<Proto.EndReason>("handoff-end-reason",
            ("Klar", "Completed"), ("Samtycket återkallat", "Consent withdrawn"), ("Inskriven", "Admitted"),
            ("Gått utan att vänta", "Left"), ("Avliden", "Deceased")),
        CodeLists.Of<Proto.TriageColour>("triage-colour",
            ("Röd", "Red"), ("Orange", "Orange"), ("Gul", "Yellow"), ("Grön", "Green"), ("Blå", "Blue")),
        CodeLists.Of<Proto.ReasonCode>("handoff-reason",
            ("Fall", "Fall"), ("Förvirring", "Confusion"), ("Förflyttning", "Mobility"), ("Mat och dryck", "Nutrition"),
            ("Läkemedel", "Medication"), ("Personlig omvårdnad", "Personal care"),
            ("Anhörig orkar inte ensam", "Caregiver exhausted"), ("Otrygghet eller ensamhet", "Loneliness"),
            ("Annat", "Other")),
        CodeLists.Of<Proto.OutcomeKind>("handoff-outcome",
            ("Rådgivande samtal", "Advisory talk"), ("Förebyggande insats", "Preventive effort"),
            ("Information", "Information"), ("Insats vid hemkomst", "Effort on homecoming"),
            ("Utredning påbörjad", "Investigation started"), ("Hänvisad till annan", "Referred elsewhere"),
            ("Ingen insats", "No effort"), ("Avböjt av personen", "Declined by the person"),
            ("Ej folkbokförd här", "Not registered here")),
        CodeLists.Of<Proto.Protection>("protection",
            ("Inga skyddade personuppgifter", "Not protected"), ("Sekretessmarkering", "Secrecy marking"),
            ("Skyddad folkbokföring", "Protected registration"),
            ("Okänt, behandlas som skyddat", "Unknown, as protected")),
        CodeLists.Of<Proto.ConsentScope>("consent-scope",
            ("Den kommun som ansvarar", "The responsible kommun"),
            ("Bara den tillfrågade kommunen", "The named kommun only")),
        CodeLists.Of<Proto.ChangeKind>("change-kind",
            ("Rad i första bilden", "Row of the first picture"), ("Första bilden är hel", "First picture complete"),
            ("Ny eller ändrad", "New or changed"), ("Får inte längre ses", "May be seen no more"),
            ("Inget nytt", "Nothing new"), ("Börja om", "Begin again")),
        CodeLists.Of<Proto.PersonCapacity>("person-capacity",
            ("Kan samtycka", "Can consent"), ("Barn som inte kan samtycka", "Child who cannot consent"),
            ("Inte bara tillfälligt oförmögen", "Not only temporarily unable"),
            ("Fara för liv eller hälsa", "Danger to life or health")),
        CodeLists.Of<Proto.RecordSource>("record-source",
            ("Vårdgivare", "Health-care provider"), ("Omsorgsgivare", "Social-care provider")),
        CodeLists.Of<Proto.LookUpExtent>("look-up-extent",
            ("Inget", "Nothing"), ("Vem som har uppgifter", "Who has records"),
            ("Vem som har spärrade uppgifter", "Who has blocked records"), ("Uppgifterna", "The records")),
        Preventive(catalogue, today),
    ];

    private static CodeList Preventive(IEnumerable<PreventiveAction> catalogue, DateOnly today)
    {
        var list = new CodeList { Name = "preventive-action" };
        foreach (var action in catalogue)
        {
            var entry = new CodeEntry
            {
                Code = action.Code,
                Sv = action.Sv,
                En = action.En,
                Deprecated = !action.AppliesOn(today),
            };
            if (action.From != default)
                entry.ValidFrom = action.From.ToString("O");
            if (action.To is { } to)
                entry.ValidTo = to.ToString("O");
            list.Entries.Add(entry);
        }

        return list;
    }
}
