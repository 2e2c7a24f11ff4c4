using System.Security.Cryptography;
using Google.Protobuf;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Desks;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Identifiers;
using NaraVard.Identifiers.Persons;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Wire to domain: what an ER asks for, all its faults at once.</summary>
internal static class ParsedRequest
{
    private const int NameMax = 120;
    private const int SummaryMax = 2000;

    /// <summary>The ER's clock may be this much ahead of ours.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    private static readonly Text InTheFuture = new(
        "Tidpunkten ligger i framtiden: personen måste ha tillfrågats.",
        "The time is in the future: the person must have been asked.");

    public static HandoffRequest Of(Proto.RequestHandoffRequest request, ErUnit er, DateTimeOffset now, PersonKeys keys)
    {
        var today = StockholmTime.DayOf(now);
        var faults = new Violations();
        var id = Coded.Id("handoffId", request.HandoffId, faults);
        var protection = ProtectionOf(request.Person);
        var number = Number(request.Person?.Number ?? "", today, faults);
        var person = Person(request.Person, number, protection, faults);
        var kommun = Routing.Resolve(request.KommunCode, request.PostalCode, protection != Protection.None, faults);
        var disclosed = new Disclosed(
            person,
            ConsentOf(request.Consent, now, faults),
            NeedOf(request.Need, faults),
            ParsedContact.Of("nextOfKin", request.NextOfKin, faults),
            ParsedContact.Of("erContact", request.ErContact, faults));
        var reference = Reference(request.ErReference, today, faults);
        faults.ThrowIfAny();
        return new HandoffRequest(
            id, Digest(request, keys), keys.Of(number!.Value), number.Value.Age(today),
            request.IsUnderCompulsoryCare, disclosed, kommun!.Value.Code, er, reference);
    }

    private static NationalNumber? Number(string text, DateOnly today, Violations faults)
    {
        if (NationalNumber.TryParse(text, today, out var number, out var error))
            return number;
        faults.Add("person.number", error.Code, new Text(error.Sv, error.En));
        return null;
    }

    /// <summary>Not said is unknown, and unknown is treated as protected (DOMAIN B8.6).</summary>
    private static Protection ProtectionOf(Proto.Person? person) =>
        person?.Protection is null or Proto.Protection.Unspecified ? Protection.Unknown : (Protection)person.Protection;

    private static PersonDetails Person(
        Proto.Person? person, NationalNumber? number, Protection protection, Violations faults)
    {
        if (!Enum.IsDefined(protection))
            Coded.Parse<Protection, Proto.Protection>("person.protection", person!.Protection, faults);
        return new PersonDetails(
            number?.Reveal() ?? "",
            faults.Required("person.name", person?.Name, NameMax),
            faults.Optional("person.phone", person?.Phone, 40) ?? "",
            protection,
            faults.Optional("person.interpreterLanguage", person?.InterpreterLanguage, 8) ?? "");
    }

    private static Consent ConsentOf(Proto.Consent? consent, DateTimeOffset now, Violations faults)
    {
        if (consent is not { Given: true })
            return new Consent(Given: false, "", default, ConsentScope.NamedKommun, null);
        if (!HsaId.TryParse(consent.AskedBy, out _, out var error))
            faults.Add("consent.askedBy", error.Code, new Text(error.Sv, error.En));
        if (consent.AskedAt is null)
            faults.Add("consent.askedAt", "required", Coded.Required);
        else if (consent.AskedAt.ToDateTimeOffset() > now + ClocksDiffer)
            faults.Add("consent.askedAt", "in-the-future", InTheFuture);
        return new Consent(
            Given: true,
            consent.AskedBy,
            consent.AskedAt?.ToDateTimeOffset() ?? default,
            Coded.Parse<ConsentScope, Proto.ConsentScope>("consent.scope", consent.Scope, faults),
            ParsedContact.Of("consent.representative", consent.Representative, faults));
    }

    private static Need NeedOf(Proto.Need? need, Violations faults)
    {
        if (need is null || need.ReasonCodes.Count == 0)
            faults.Add("need.reasonCodes", "required", Coded.Required);
        if (need is { HasFrailty: true })
            Fields.CheckFrailty("need.frailty", need.Frailty, faults);
        var reasons = need?.ReasonCodes.Distinct().Select((reason, i) =>
            Coded.Parse<ReasonCode, Proto.ReasonCode>($"need.reasonCodes[{i}]", reason, faults)).ToList();
        return new Need(
            reasons ?? [],
            faults.Required("need.summary", need?.Summary, SummaryMax),
            need?.ExpectedLeaveAt?.ToDateTimeOffset(),
            Coded.Parse<TriageColour, Proto.TriageColour>("need.triageColour", need?.TriageColour ?? 0, faults),
            need is { HasFrailty: true } ? need.Frailty : null,
            need?.LivesAlone ?? false);
    }

    /// <summary>The ER's label is shown in lists: a national number in it is refused.</summary>
    private static string Reference(string text, DateOnly today, Violations faults)
    {
        var reference = faults.Optional("erReference", text, 40) ?? "";
        if (NationalNumber.TryParse(reference, today, out _, out _))
            faults.Add("erReference", "national-number", new Text(
                "Märkningen får inte vara ett personnummer.", "The label may not be a national number."));
        return reference;
    }

    /// <summary>Keyed like the person, so that nothing of the content can be guessed from it.</summary>
    private static byte[] Digest(Proto.RequestHandoffRequest request, PersonKeys keys) =>
        Convert.FromHexString(keys.Of(Convert.ToHexString(SHA256.HashData(request.ToByteArray()))).ToString());
}
