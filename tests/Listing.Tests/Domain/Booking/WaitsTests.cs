using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Tests.Domain.Booking;

/// <summary>DA20: the wait per profession, with weekend contact, equals what is counted by hand.</summary>
public sealed class WaitsTests
{
    // Doctor's visits of two weeks from Friday, 20 November 2026: day, part, free, booked.
    private static readonly (int Day, WeekPart Part, int Free, int Booked)[] Doctor =
    [
        (20, WeekPart.Daytime, 0, 16), (20, WeekPart.Evening, 1, 3), (21, WeekPart.Weekend, 0, 4),
        (23, WeekPart.Daytime, 1, 15), (24, WeekPart.Daytime, 0, 16), (25, WeekPart.Evening, 1, 3),
        (28, WeekPart.Weekend, 2, 2), (29, WeekPart.Weekend, 4, 0), (30, WeekPart.Evening, 2, 2),
    ];

    [Fact]
    public void The_first_and_the_third_free_time_are_counted_in_calendar_days()
    {
        var wait = Assert.Single(Waits.Of(Cells(Doctor), A.Today));

        Assert.Equal(new(0, 5), wait.Any);
        Assert.Equal(new(0, 10), wait.Evening);
        Assert.Equal(new(8, 9), wait.Weekend);
        Assert.Equal((72, 12, 12, 16.7),
            (wait.Published, wait.PublishedEvening, wait.PublishedWeekend, wait.WeekendPercent));
    }

    [Fact]
    public void One_time_that_got_free_tomorrow_does_not_make_the_third_sooner()
    {
        var wait = Assert.Single(Waits.Of(Cells([.. Doctor, (22, WeekPart.Weekend, 1, 0)]), A.Today));

        Assert.Equal((new FreeWithin(0, 3), new FreeWithin(2, 8)), (wait.Any, wait.Weekend));
    }

    [Fact]
    public void Without_a_free_time_nothing_is_promised_and_days_that_have_been_do_not_count()
    {
        var wait = Assert.Single(Waits.Of(
            Cells([(19, WeekPart.Daytime, 9, 9), (27, WeekPart.Daytime, 2, 5)]), A.Today));

        Assert.Equal((new FreeWithin(7, null), new FreeWithin(null, null)), (wait.Any, wait.Weekend));
        Assert.Equal(7, wait.Published);
    }

    [Fact]
    public void Each_profession_and_form_is_told_apart()
    {
        var cells = Cells(Doctor).Concat(
        [
            Cell(Profession.Psychologist, ContactForm.Video, 30), Cell(Profession.Doctor, ContactForm.Telephone, 21),
            Cell(Profession.Physiotherapist, ContactForm.Visit, 26),
        ]);

        Assert.Equal(
            [
                (Profession.Doctor, ContactForm.Visit, 0), (Profession.Doctor, ContactForm.Telephone, 1),
                (Profession.Physiotherapist, ContactForm.Visit, 6), (Profession.Psychologist, ContactForm.Video, 10),
            ],
            Waits.Of(cells, A.Today).Select(wait => (wait.Profession, wait.Form, wait.Any.FirstDays!.Value)));
    }

    private static IEnumerable<WaitCell> Cells(IEnumerable<(int Day, WeekPart Part, int Free, int Booked)> days) =>
        from day in days
        from one in new[] { (IsFree: true, Count: day.Free), (IsFree: false, Count: day.Booked) }
        where one.Count > 0
        select new WaitCell(
            null, Profession.Doctor, ContactForm.Visit, new(2026, 11, day.Day), day.Part, one.IsFree, one.Count);

    private static WaitCell Cell(Profession profession, ContactForm form, int day) =>
        new(null, profession, form, new(2026, 11, day), WeekPart.Daytime, IsFree: true, Count: 1);
}
