using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Tests.Domain.Booking;

public sealed class TimeOfferTests
{
    [Theory]
    [InlineData(-30, false)]
    [InlineData(-29, true)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Two_times_overlap_when_they_share_a_moment(int minutes, bool overlaps)
    {
        var (one, other) = (Offer(), Offer(minutes: minutes));

        Assert.Equal((overlaps, overlaps), (one.Overlaps(other), other.Overlaps(one)));
    }

    [Theory]
    [InlineData(Profession.Doctor, Errand.NewProblem, ListingType.PrimaryCare)]
    [InlineData(Profession.DistrictNurse, Errand.ChildHealth, ListingType.ChildHealth)]
    [InlineData(Profession.DentalHygienist, Errand.Recheck, ListingType.Dental)]
    [InlineData(Profession.Nurse, Errand.Dental, ListingType.Dental)]
    public void A_time_is_a_part_of_one_agreement(object profession, object errand, object care) =>
        Assert.Equal(care, Offer((Profession)profession, (Errand)errand).Care);

    private static TimeOffer Offer(
        Profession profession = Profession.Doctor, Errand errand = Errand.NewProblem, int minutes = 0) => new(
        Guid.Empty, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero).AddMinutes(minutes), 30, "lakare-1",
        profession, ContactForm.Visit, errand, IsForListed: false);
}
