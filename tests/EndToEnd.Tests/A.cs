using NaraVard.EndToEnd.Tests.Running;

namespace NaraVard.EndToEnd.Tests;

/// <summary>What the people of the journeys send.</summary>
internal static class A
{
    /// <summary>A postal code of Karlstad.</summary>
    public const string PostalCode = "65224";

    public static DateTimeOffset Evening => TimeProvider.System.GetUtcNow().AddHours(3);

    public static object Request(Patient patient) => new
    {
        handoffId = patient.HandoffId,
        person = new
        {
            number = patient.Number,
            name = patient.Name,
            phone = patient.Phone,
            protection = "PROTECTION_NONE",
        },
        postalCode = PostalCode,
        consent = new
        {
            given = true,
            askedBy = "SE9900000176-101",
            askedAt = TimeProvider.System.GetUtcNow(),
            scope = "CONSENT_SCOPE_RESPONSIBLE_KOMMUN",
        },
        need = new
        {
            reasonCodes = new[] { "REASON_CODE_FALL" },
            summary = patient.Need,
            expectedLeaveAt = Evening,
            triageColour = "TRIAGE_COLOUR_GREEN",
            frailty = 5,
            livesAlone = true,
        },
        nextOfKin = new { name = patient.NextOfKin, phone = patient.Phone, relation = "dotter" },
        erReference = "Rum 4",
    };

    public static object Outcome(Patient patient) => new
    {
        outcome = new
        {
            kind = "OUTCOME_KIND_EFFORT_ON_HOMECOMING",
            serviceStart = new
            {
                what = patient.Help,
                startsAt = Evening,
                contact = new { name = "Hemtjänsten", phone = "0980-319299" },
            },
        },
    };
}
