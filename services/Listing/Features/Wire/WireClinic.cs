using Google.Protobuf.WellKnownTypes;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Clinics.Hours;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: clinics.</summary>
internal static class WireClinic
{
    public static Proto.Clinic Of(Clinic clinic, ClinicVersion version) => new()
    {
        ClinicId = clinic.Id.Value,
        Version = clinic.Version,
        ValidFrom = Days.Text(version.From),
        ReplacedFrom = Days.Text(clinic.Versions.FirstOrDefault(later => later.From > version.From)?.From),
        Profile = Profile(version.Profile),
        ClosedFrom = Days.Text(clinic.ClosedFrom),
        ClosureReason = (Proto.ClosureReason)(clinic.ClosureReason ?? 0),
        RoadDistanceCount = clinic.RoadDistanceCount,
    };

    public static Proto.FoundClinic Of(FoundClinic found)
    {
        var reply = new Proto.FoundClinic
        {
            Clinic = Of(found.Clinic, found.Version),
            IsOpen = found.IsOpen,
            OpensAt = found.OpensAt is { } opens ? Timestamp.FromDateTimeOffset(opens) : null,
        };
        if (found.Distance is { } distance)
            (reply.DistanceKm, reply.DistanceMetric) = (
                Math.Round(distance.Km, 1), (Proto.DistanceMetric)distance.Metric);
        reply.Notices.AddRange(found.Notices.Select(notice => notice.Text));
        return reply;
    }

    private static Proto.ClinicProfile Profile(ClinicProfile profile)
    {
        var reply = new Proto.ClinicProfile
        {
            Name = profile.Name,
            OwnerForm = (Proto.OwnerForm)profile.OwnerForm,
            Kind = (Proto.ClinicKind)profile.Kind,
            KommunCode = profile.KommunCode,
            Position = Places.Wire(profile.Position),
            Address = profile.Address,
            Phone = profile.Phone,
            Hours = Hours(profile.Hours),
            DropInHours = Hours(profile.DropInHours),
            PhoneHours = Hours(profile.PhoneHours),
            VisitingHours = Hours(profile.VisitingHours),
            VisitingRules = profile.VisitingRules,
            BookingLink = profile.BookingLink,
            SpecialistPercent = (int)(profile.Staffing.Specialists * 100),
            TraineePercent = (int)(profile.Staffing.SpecialistTrainees * 100),
        };
        if (profile.Ages.Youngest is { } youngest)
            reply.YoungestAgeYears = youngest;
        if (profile.Ages.Oldest is { } oldest)
            reply.OldestAgeYears = oldest;
        reply.Services.AddRange(profile.Services.Select(service => (Proto.ClinicOffering)service));
        reply.Languages.AddRange(profile.Languages);
        reply.Equipment.AddRange(profile.Equipment);
        reply.Agreements.AddRange(profile.Agreements.Select(agreement => new Proto.Agreement
        {
            ListingType = (Proto.ListingType)agreement.Type,
            From = Days.Text(agreement.From),
            To = Days.Text(agreement.To),
        }));
        reply.Notices.AddRange(profile.Notices.Select(notice => new Proto.TemporaryNotice
        {
            From = Timestamp.FromDateTimeOffset(notice.From),
            To = Timestamp.FromDateTimeOffset(notice.To),
            Text = notice.Text,
            IsClosed = notice.IsClosed,
        }));
        return reply;
    }

    private static Proto.OpeningHours Hours(OpeningHours hours)
    {
        var reply = new Proto.OpeningHours();
        reply.Ordinary.AddRange(hours.Ordinary.Select(span => span.ToString()));
        reply.Holiday.AddRange(hours.Holiday.Select(span => span.ToString()));
        return reply;
    }
}
