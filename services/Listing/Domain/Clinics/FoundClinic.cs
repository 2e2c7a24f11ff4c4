using NaraVard.Listing.Domain.Places;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Clinics;

/// <summary>A clinic as it is at a moment: open or not, how far away, what holds for a while.</summary>
internal sealed record FoundClinic(
    Clinic Clinic, ClinicVersion Version, DateOnly Day, bool IsOpen, DateTimeOffset? OpensAt, Distance? Distance,
    IReadOnlyList<TemporaryNotice> Notices)
{
    /// <summary>Null when it was not there at the moment, or no longer is.</summary>
    public static FoundClinic? Of(Clinic clinic, DateTimeOffset at, Origin? from)
    {
        var day = StockholmTime.DayOf(at);
        if (clinic.IsClosedOn(day) || clinic.On(day) is not { } version)
            return null;
        var profile = version.Profile;
        var notices = profile.Notices.Where(notice => notice.HoldsAt(at)).ToList();
        return new(
            clinic, version, day, clinic.IsOpen(at), clinic.NextOpening(at),
            from?.To(clinic.Id.Value, profile.Position), notices);
    }
}
