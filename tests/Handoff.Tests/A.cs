using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Desks;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Tests;

/// <summary>Builders with sensible defaults: a test says only what it is about.</summary>
internal static class A
{
    /// <summary>A Friday, 14:05 in Sweden.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 5, 0, TimeSpan.Zero);

    public static readonly Worker Bibbi = new("SE2120001850-BIBBI", "Bibbi Berg");

    public static readonly Worker Bengt = new("SE2120001850-BENGT", "Bengt Ek");

    public static OpeningHours OfficeHours(params DateOnly[] closed) => new(
        Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(day => new OpenPeriod(day, new TimeOnly(8, 0), new TimeOnly(16, 30))),
        closed);

    public static Desk Desk(string kommun = "1780", OpeningHours? hours = null) => new(
        kommun, $"Mottagningen {kommun}", "0980-319210", hours ?? OfficeHours(), TimeSpan.FromMinutes(15));

    public static Consent Consent(bool given = true, ConsentScope scope = ConsentScope.ResponsibleKommun) =>
        new(given, "SE2321000016-EVA1", Now, scope, Representative: null);

    public static Need Need(TriageColour triage = TriageColour.Green) =>
        new([ReasonCode.Fall], "Föll i hallen.", Now.AddHours(3), triage, Frailty: 5, LivesAlone: true);

    public static HandoffRequest Request(
        int? age = 82,
        bool compulsory = false,
        Consent? consent = null,
        TriageColour triage = TriageColour.Green,
        Protection protection = Protection.None) => new(
        Guid.CreateVersion7(),
        Digest: [1, 2, 3],
        default(PersonKey),
        age,
        compulsory,
        new Disclosed(
            new PersonDetails("189001019802", "Selma Nilsson", "", protection, ""),
            consent ?? Consent(),
            Need(triage),
            NextOfKin: null,
            ErContact: null),
        "1780",
        new ErUnit("region:17", "SE2321000016-CSKAKUT"),
        "Rum 4");

    public static HandoffCase Handoff(Protection protection = Protection.None, Consent? consent = null) =>
        new(Request(protection: protection, consent: consent), Desk(), Now);

    public static HandoffCase HandoffIn(HandoffState state)
    {
        var handoff = Handoff();
        if (state >= HandoffState.Acknowledged)
            handoff.Acknowledge(Bibbi, Now.AddMinutes(5));
        if (state >= HandoffState.Started)
            handoff.Start(investigation: true, Bibbi, Now.AddMinutes(10));
        if (state >= HandoffState.Answered)
            handoff.Record(Outcome(OutcomeKind.AdvisoryTalk), Bibbi, Now.AddMinutes(40));
        if (state >= HandoffState.Closed)
            handoff.Close(Bibbi, Now.AddMinutes(41));
        return handoff;
    }

    public static Outcome Outcome(
        OutcomeKind kind, ServiceStart? start = null, string? code = null, string? to = null) =>
        new(kind, start, code, to);

    public static ServiceStart ServiceStart() =>
        new("Hemtjänst kväll", Now.AddHours(5), new Contact("Hemtjänsten", "0980-319211", ""));
}
