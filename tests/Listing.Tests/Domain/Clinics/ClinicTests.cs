using NaraVard.Identifiers;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Clinics.Hours;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Tests.Domain.Clinics;

/// <summary>A clinic as it is at a moment, whatever is about to change.</summary>
public sealed class ClinicTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void Opens_by_the_hours_of_the_version_that_applies_then()
    {
        var clinic = Open("1-5#08:00#17:00#");
        clinic.Change(Profile("1-6#10:00#14:00#"), new(2026, 11, 21));
        clinic.Change(Profile("7#09:00#12:00#"), new(2026, 11, 29));

        Assert.Equal(At("2026-11-21", "10:00"), clinic.NextOpening(At("2026-11-20", "17:00")));
        Assert.True(clinic.IsOpen(At("2026-11-20", "16:59")));
        Assert.False(clinic.IsOpen(At("2026-11-23", "08:00")));
        Assert.Equal(At("2026-11-29", "09:00"), clinic.NextOpening(At("2026-11-28", "14:00")));
    }

    [Fact]
    public void A_version_that_never_opens_lies_between_two_that_do()
    {
        var clinic = Open("1-5#08:00#17:00#");
        clinic.Change(Profile(), new(2026, 11, 21));
        clinic.Change(Profile("1-7#00:00#24:00#"), new(2026, 12, 1));

        Assert.Equal(At("2026-12-01", "00:00"), clinic.NextOpening(At("2026-11-20", "17:00")));
        Assert.True(clinic.IsOpen(At("2026-12-01", "00:00")));
    }

    [Fact]
    public void One_that_has_announced_that_it_closes_is_open_until_then_and_never_opens_again()
    {
        var clinic = Open("1-5#08:00#17:00#");
        clinic.Close(new(2026, 11, 23), ClosureReason.OwnerCloses, A.Today);

        Assert.True(clinic.IsOpen(At("2026-11-20", "16:59")));
        Assert.Null(clinic.NextOpening(At("2026-11-20", "17:00")));
        Assert.False(clinic.IsOpen(At("2026-11-23", "10:00")));
        Assert.NotNull(FoundClinic.Of(clinic, At("2026-11-22", "23:59"), null));
        Assert.Null(FoundClinic.Of(clinic, At("2026-11-23", "00:00"), null));
    }

    [Fact]
    public void Two_notices_that_overlap_close_it_until_the_later_ends()
    {
        var clinic = Open("1-5#08:00#17:00#", Closed("07:00", "10:00"), Closed("09:00", "12:00"));

        Assert.Equal(At("2026-11-20", "12:00"), clinic.NextOpening(At("2026-11-20", "08:00")));
        Assert.False(clinic.IsOpen(At("2026-11-20", "11:59")));
        Assert.True(clinic.IsOpen(At("2026-11-20", "12:00")));
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    public void A_contract_lets_people_be_listed_through_its_last_day(string day, bool isFound)
    {
        var contract = new Agreement(ListingType.PrimaryCare, First, new(2026, 11, 20));
        var clinic = new Clinic(HsaId.Parse(A.Here), First, Profile() with { Agreements = [contract] });

        Assert.Equal(isFound, Finds(clinic, At(day, "23:59"), ListingType.PrimaryCare));
        Assert.False(Finds(clinic, At(day, "23:59"), ListingType.Dental));
        Assert.True(Finds(clinic, At(day, "23:59"), null));
    }

    [Fact]
    public void A_contract_ends_on_Swedish_days_whatever_the_day_is_elsewhere()
    {
        var contract = new Agreement(ListingType.PrimaryCare, First, new(2026, 11, 20));
        var clinic = new Clinic(HsaId.Parse(A.Here), First, Profile() with { Agreements = [contract] });

        var midnight = new DateTimeOffset(2026, 11, 20, 23, 0, 0, TimeSpan.Zero);

        Assert.True(Finds(clinic, midnight.AddTicks(-1), ListingType.PrimaryCare));
        Assert.False(Finds(clinic, midnight, ListingType.PrimaryCare));
    }

    private static bool Finds(Clinic clinic, DateTimeOffset at, ListingType? type) =>
        new ClinicQuery { At = at, Listing = type }.Find([clinic]).Count > 0;

    private static Clinic Open(string hours, params TemporaryNotice[] notices) =>
        new(HsaId.Parse(A.Here), First, Profile(hours) with { Notices = notices });

    private static TemporaryNotice Closed(string from, string to) =>
        new(At("2026-11-20", from), At("2026-11-20", to), "Stängt", IsClosed: true);

    private static ClinicProfile Profile(params string[] hours) => new()
    {
        Name = "Kronoparken",
        OwnerForm = OwnerForm.Own,
        Kind = ClinicKind.HealthCentre,
        KommunCode = "1780",
        Position = A.Karlstad,
        Hours = new([.. hours.Select(Span)], []),
    };

    private static OpenSpan Span(string text) =>
        OpenSpan.TryParse(text, out var span, out _) ? span : throw new ArgumentException(text, nameof(text));

    private static DateTimeOffset At(string day, string time) =>
        StockholmTime.At(DateOnly.Parse(day, null), TimeOnly.Parse(time, null));
}
