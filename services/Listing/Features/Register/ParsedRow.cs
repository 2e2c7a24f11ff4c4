using Google.Protobuf.Collections;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Wire to domain: a row of the register, all its faults at once.</summary>
internal readonly record struct ParsedRow(
    NationalNumber Number, RegisterEntry Entry, IReadOnlyList<NationalNumber> Guardians)
{
    private const int GuardiansMax = 4;

    private static readonly Text OwnGuardian = new(
        "Personen kan inte vara sin egen vårdnadshavare.", "Nobody is their own guardian.");

    private static readonly Text TooMany = new("Ange högst fyra vårdnadshavare.", "Give at most four guardians.");

    private static readonly Text Elsewhere = new(
        "Kommunen ligger i ett annat län, och personen är inte utflyttad.",
        "The kommun lies in another county, and the person has not moved out.");

    private static readonly Text TooEarly = new(
        "Dagen ligger före födelsen eller före registreringen.", "The day is before birth or registration.");

    /// <summary>Reads a row for a region's register; means nothing when there are faults afterwards.</summary>
    public static ParsedRow Of(
        Proto.RegisterRow row, string prefix, string region, DateOnly today, Violations faults)
    {
        var number = faults.Number(prefix + "number", row.Number, today);
        var birth = Birth(prefix + "birthDate", row.BirthDate, number, faults);
        var entry = new RegisterEntry
        {
            BirthDate = birth,
            Sex = row.Sex == 0 ? number?.LegalSex() : Coded.Parse<Sex, Proto.Sex>(prefix + "sex", row.Sex, faults),
            Protection = row.Protection == 0 ? Protection.Unknown
                : Coded.Parse<Protection, Proto.Protection>(prefix + "protection", row.Protection, faults),
            Residence = faults.Home(prefix, row.KommunCode, row.PostalCode, row.Position, row.DwellingId),
            RegisteredFrom = faults.DayIfSaid(prefix + "registeredFrom", row.RegisteredFrom) ?? birth,
            MovedOut = faults.DayIfSaid(prefix + "movedOut", row.MovedOut),
            Deceased = faults.DayIfSaid(prefix + "deceased", row.Deceased),
            SocialFacts = Social(prefix + "socialFacts", row.SocialFacts, faults),
            MovedOn = faults.DayIfSaid(prefix + "movedOn", row.MovedOn),
            ImmigratedOn = faults.DayIfSaid(prefix + "immigratedOn", row.ImmigratedOn),
            IsTest = row.IsTest,
        };
        var guardians = GuardiansOf(prefix + "guardians", row.Guardians, number, today, faults);
        if (!faults.Any)
            Check(prefix, entry, region, today, faults);
        return new(number ?? default, entry, guardians);
    }

    private static DateOnly Birth(string field, string text, NationalNumber? number, Violations faults)
    {
        var said = faults.DayIfSaid(field, text) ?? number?.BirthDate();
        if (said is null && number is not null && text.Length == 0)
            faults.Add(field, "required", Coded.Required);
        return said ?? default;
    }

    private static void Check(string prefix, RegisterEntry entry, string region, DateOnly today, Violations faults)
    {
        faults.NotAfter(prefix + "birthDate", entry.BirthDate, today);
        faults.NotAfter(prefix + "registeredFrom", entry.RegisteredFrom, today);
        faults.NotAfter(prefix + "deceased", entry.Deceased, today);
        faults.NotAfter(prefix + "movedOn", entry.MovedOn, today);
        faults.NotAfter(prefix + "immigratedOn", entry.ImmigratedOn, today);
        if (entry.RegisteredFrom < entry.BirthDate)
            faults.Add(prefix + "registeredFrom", "too-early", TooEarly);
        if (entry.MovedOut < entry.RegisteredFrom)
            faults.Add(prefix + "movedOut", "too-early", TooEarly);
        if (entry.Deceased < entry.BirthDate)
            faults.Add(prefix + "deceased", "too-early", TooEarly);
        if (entry.MovedOut is null && entry.Residence.Kommun.Lan.Code != region)
            faults.Add(prefix + "kommunCode", "kommun-elsewhere", Elsewhere);
    }

    private static SocialFacts Social(string field, RepeatedField<Proto.SocialFact> said, Violations faults)
    {
        var facts = SocialFacts.None;
        for (var i = 0; i < said.Count; i++)
        {
            // The flags are in the order of the wire's numbers, from 1.
            var fact = Coded.Parse<Proto.SocialFact, Proto.SocialFact>($"{field}[{i}]", said[i], faults);
            facts |= (SocialFacts)(1 << ((int)fact - 1));
        }

        return facts;
    }

    private static NationalNumber[] GuardiansOf(
        string field, RepeatedField<string> texts, NationalNumber? child, DateOnly today, Violations faults)
    {
        if (texts.Count == 0)
            return [];
        if (texts.Count > GuardiansMax)
            faults.Add(field, "too-many", TooMany);
        var guardians = new List<NationalNumber>(texts.Count);
        for (var i = 0; i < Math.Min(texts.Count, GuardiansMax); i++)
        {
            var guardian = faults.Number($"{field}[{i}]", texts[i], today);
            if (guardian is not null && guardian == child)
                faults.Add($"{field}[{i}]", "own-guardian", OwnGuardian);
            if (guardian is { } one && !guardians.Contains(one))
                guardians.Add(one);
        }

        return [.. guardians];
    }
}
