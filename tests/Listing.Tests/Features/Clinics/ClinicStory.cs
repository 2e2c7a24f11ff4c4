using Google.Protobuf.WellKnownTypes;

namespace NaraVard.Listing.Tests.Features.Clinics;

/// <summary>Clinics of Karlstad, each with an id of its own.</summary>
internal static class ClinicStory
{
    private static int count;

    public static string NewId() => $"SE2321000016-T{Interlocked.Increment(ref count)}";

    public static Proto.CreateClinicRequest Ask(Action<Proto.ClinicProfile>? change = null)
    {
        var profile = new Proto.ClinicProfile
        {
            Name = "Kronoparkens vårdcentral",
            OwnerForm = Proto.OwnerForm.Own,
            Kind = Proto.ClinicKind.HealthCentre,
            KommunCode = "1780",
            Position = new() { Latitude = 59.3966, Longitude = 13.5575 },
            Address = "Frödingshöjd 1, Karlstad",
            Phone = "0980-319210",
            Services = { Proto.ClinicOffering.ChildHealth, Proto.ClinicOffering.WalkInUrgent },
            Languages = { "fi", "ar" },
            Hours = new() { Ordinary = { "1-5#08:00#17:00#" } },
            DropInHours = new() { Ordinary = { "1-5#08:00#10:00#Lättakut" } },
            PhoneHours = new(),
            VisitingHours = new() { Ordinary = { "1-7#14:00#19:00#" } },
            VisitingRules = "Ta med legitimation.",
            BookingLink = "https://kronoparken.example.se/boka",
            OldestAgeYears = 130,
            Equipment = { "EKG", "Spirometri" },
            SpecialistPercent = 450,
            TraineePercent = 200,
            Agreements = { new Proto.Agreement { ListingType = Proto.ListingType.PrimaryCare, From = "2026-01-01" } },
        };
        change?.Invoke(profile);
        return new() { ClinicId = NewId(), ValidFrom = "2026-01-01", Profile = profile };
    }

    public static async Task<Proto.Clinic> Created(
        this ListingHost host, Action<Proto.ClinicProfile>? change = null) =>
        await host.Clinics.CreateClinicAsync(Ask(change));

    public static Timestamp At(int month, int day, int hour) =>
        Timestamp.FromDateTimeOffset(new(2026, month, day, hour, 0, 0, TimeSpan.Zero));
}
