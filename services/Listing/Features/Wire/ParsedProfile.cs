using Google.Protobuf.Collections;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Clinics.Hours;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain: a clinic's profile, all its faults at once.</summary>
internal static class ParsedProfile
{
    private const int ListMax = 100;
    private const int PercentMax = 100_000;

    private static readonly Text TooMany = new("Ange högst 100.", "Give at most 100.");

    private static readonly Text NotALanguage = new(
        "Ange språket med två små bokstäver (ISO 639-1).", "Give the language as two small letters (ISO 639-1).");

    private static readonly Text EndsFirst = new("Slutet ligger före början.", "The end is before the beginning.");

    private static readonly Text Percent = new("Värdet ska vara 0 till 100000.", "The value is 0 to 100000.");

    public static ClinicProfile Of(Proto.ClinicProfile? said, Violations faults)
    {
        said ??= new();
        if (said.Position is null)
            faults.Add("profile.position", "required", Coded.Required);
        return new ClinicProfile
        {
            Name = faults.Required("profile.name", said.Name, 120),
            OwnerForm = Coded.Parse<OwnerForm, Proto.OwnerForm>("profile.ownerForm", said.OwnerForm, faults),
            Kind = Coded.Parse<ClinicKind, Proto.ClinicKind>("profile.kind", said.Kind, faults),
            KommunCode = faults.Kommun("profile.kommunCode", said.KommunCode).ToString(),
            Position = faults.Position("profile.position", said.Position) ?? default,
            Address = faults.Optional("profile.address", said.Address) ?? "",
            Phone = faults.Optional("profile.phone", said.Phone, 40) ?? "",
            Services = Codes<ClinicOffering, Proto.ClinicOffering>("profile.services", said.Services, faults),
            Languages = Each("profile.languages", said.Languages, faults, Language),
            Hours = Hours("profile.hours", said.Hours, faults),
            DropInHours = Hours("profile.dropInHours", said.DropInHours, faults),
            PhoneHours = Hours("profile.phoneHours", said.PhoneHours, faults),
            VisitingHours = Hours("profile.visitingHours", said.VisitingHours, faults),
            VisitingRules = faults.Optional("profile.visitingRules", said.VisitingRules, 500) ?? "",
            Ages = ParsedVisiting.Ages(said, faults),
            BookingLink = ParsedVisiting.Link(said.BookingLink, faults),
            Equipment = Each(
                "profile.equipment", said.Equipment, faults, (field, text, f) => f.Required(field, text, 120)),
            Staffing = new(
                Posts("profile.specialistPercent", said.SpecialistPercent, faults),
                Posts("profile.traineePercent", said.TraineePercent, faults)),
            Agreements = Each("profile.agreements", said.Agreements, faults, AgreementOf),
            Notices = Each("profile.notices", said.Notices, faults, NoticeOf),
        };
    }

    /// <summary>Coded values, each once; a violation for each that is none.</summary>
    public static IReadOnlyList<T> Codes<T, TWire>(string field, RepeatedField<TWire> said, Violations faults)
        where T : struct, Enum
        where TWire : struct, Enum =>
        [.. Each(field, said, faults, (at, code, f) => Coded.Parse<T, TWire>(at, code, f)).Distinct()];

    /// <summary>A language as two small letters; a violation otherwise.</summary>
    public static string Language(string field, string text, Violations faults)
    {
        if (text.Length != 2 || !text.All(char.IsAsciiLetterLower))
            faults.Add(field, "malformed", NotALanguage);
        return text;
    }

    /// <summary>Each of a list, 100 at most.</summary>
    public static T[] Each<TWire, T>(
        string field, RepeatedField<TWire> said, Violations faults, Func<string, TWire, Violations, T> parse)
    {
        if (said.Count > ListMax)
            faults.Add(field, "too-many", TooMany);
        return [.. said.Take(ListMax).Select((one, i) => parse($"{field}[{i}]", one, faults))];
    }

    private static OpeningHours Hours(string field, Proto.OpeningHours? said, Violations faults) => new(
        Each(field + ".ordinary", said?.Ordinary ?? [], faults, Span),
        Each(field + ".holiday", said?.Holiday ?? [], faults, Span));

    private static OpenSpan Span(string field, string text, Violations faults)
    {
        if (!OpenSpan.TryParse(text, out var span, out var fault))
            faults.Add(field, fault.Code, fault.Message);
        return span!;
    }

    private static decimal Posts(string field, int percent, Violations faults)
    {
        if (percent is < 0 or > PercentMax)
            faults.Add(field, "out-of-range", Percent);
        return percent / 100m;
    }

    private static Agreement AgreementOf(string field, Proto.Agreement said, Violations faults)
    {
        var agreement = new Agreement(
            Coded.Parse<ListingType, Proto.ListingType>(field + ".listingType", said.ListingType, faults),
            faults.Day(field + ".from", said.From),
            faults.DayIfSaid(field + ".to", said.To));
        if (agreement.To < agreement.From)
            faults.Add(field + ".to", "ends-first", EndsFirst);
        return agreement;
    }

    private static TemporaryNotice NoticeOf(string field, Proto.TemporaryNotice said, Violations faults)
    {
        if (said.From is null)
            faults.Add(field + ".from", "required", Coded.Required);
        if (said.To is null)
            faults.Add(field + ".to", "required", Coded.Required);
        var (from, to) = (faults.Moment(field + ".from", said.From), faults.Moment(field + ".to", said.To));
        if (to <= from)
            faults.Add(field + ".to", "ends-first", EndsFirst);
        return new(from ?? default, to ?? default, faults.Required(field + ".text", said.Text, 500), said.IsClosed);
    }
}
