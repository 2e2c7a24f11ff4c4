namespace NaraVard.Listing.Domain.Booking;

/// <summary>How one meets.</summary>
internal enum ContactForm
{
    Visit = 1,
    Telephone = 2,
    Video = 3,
    HomeVisit = 4,
}
