namespace NaraVard.Listing.Domain.Booking;

/// <summary>Why a booking was cancelled.</summary>
internal enum CancelReason
{
    OwnWish = 1,

    /// <summary>The clinic cannot.</summary>
    Clinic = 2,

    /// <summary>The person has another time instead.</summary>
    Rebooked = 3,

    Deceased = 4,
    ClinicClosed = 5,
}
