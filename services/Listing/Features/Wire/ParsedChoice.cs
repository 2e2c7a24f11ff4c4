using System.Security.Cryptography;
using Google.Protobuf;
using NaraVard.Identifiers;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain: a choice of clinic, all its faults at once.</summary>
internal static class ParsedChoice
{
    private const int GuardiansMax = 4;

    private static readonly Text TooManyGuardians = new("Högst fyra vårdnadshavare.", "At most four guardians.");

    private static readonly Text NotByChoice = new(
        "Så listas ingen genom ett val. Ange aktiv, utomläns eller boende.",
        "Nobody is listed so by a choice. Give active, out of region or institution.");

    private static readonly Text StaffOnly = new(
        "Bara regionens personal kan ange detta.", "Only the region's staff can give this.");

    public static ChoiceRequest Of(
        Proto.ChooseClinicRequest request, bool isByStaff, PersonKeys keys, TimeProvider clock)
    {
        var faults = new Violations();
        var id = Coded.Id("listingId", request.ListingId, faults);
        var number = faults.ParseNumber("personNumber", request.PersonNumber, clock);
        var type = Coded.Parse<ListingType, Proto.ListingType>("type", request.Type, faults);
        var clinic = Hsa("clinicId", request.ClinicId, faults);
        var doctor = request.DoctorId.Length == 0 ? null : Hsa("doctorId", request.DoctorId, faults);
        var guardians = Guardians(request.GuardianNumbers, faults, clock);
        var reason = request.Reason == 0
            ? ChangeReason.OwnWish
            : Coded.Parse<ChangeReason, Proto.ChangeReason>("reason", request.Reason, faults);
        var kind = Kind(request.Kind, isByStaff, faults);
        faults.ThrowIfAny();
        return new()
        {
            Id = id,
            Person = keys.Of(number),
            Type = type,
            Clinic = clinic,
            Doctor = doctor,
            Kind = kind,
            Reason = reason,
            Guardians = [.. guardians.Select(keys.Of).Distinct()],
            MayQueue = request.MayQueue,
            HasTransitionalTreatment = request.HasTransitionalTreatment,
            IsByStaff = isByStaff,
            Digest = Digest(request, keys),
        };
    }

    /// <summary>The numbers of those who decide for a child, four at most.</summary>
    public static IReadOnlyList<NationalNumber> Guardians(
        IReadOnlyCollection<string> said, Violations faults, TimeProvider clock)
    {
        if (said.Count > GuardiansMax)
            faults.Add("guardianNumbers", "too-many", TooManyGuardians);
        return
        [
            .. said.Take(GuardiansMax)
                .Select((text, i) => faults.ParseNumber($"guardianNumbers[{i}]", text, clock)),
        ];
    }

    /// <summary>The id of a clinic or doctor; a violation when it is no HSA-id.</summary>
    public static string Hsa(string field, string text, Violations faults)
    {
        if (!HsaId.TryParse(text, out var id, out var error))
            faults.Add(field, error.Code, new Text(error.Sv, error.En));
        return id.ToString();
    }

    /// <summary>Keyed like the person, so that nothing of the content can be guessed from it.</summary>
    public static byte[] Digest(IMessage request, PersonKeys keys) =>
        Convert.FromHexString(keys.Of(Convert.ToHexString(SHA256.HashData(request.ToByteArray()))).ToString());

    private static ListingKind Kind(Proto.ListingKind said, bool isByStaff, Violations faults)
    {
        if (said == 0)
            return ListingKind.Active;
        var kind = Coded.Parse<ListingKind, Proto.ListingKind>("kind", said, faults);
        if (kind is ListingKind.Passive or ListingKind.Newborn or ListingKind.MovedIn or ListingKind.Transferred)
            faults.Add("kind", "not-by-choice", NotByChoice);
        else if (kind is ListingKind.OutOfRegion or ListingKind.Institution && !isByStaff)
            faults.Add("kind", "staff-only", StaffOnly);
        return kind;
    }
}
