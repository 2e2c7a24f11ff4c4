using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing.Tests.Domain.Doctors;

/// <summary>
/// What must hold whatever happens, shown by random steps: the person chooses and gives up, doctors get last days and
/// lose them, and days go by. A seed that fails is printed and fails again.
/// </summary>
public sealed class DoctorBookTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Nobody_has_two_doctors_on_any_day(int seed)
    {
        var (random, today, book) = (new Random(seed), A.Today, new DoctorBook([]));
        var doctors = Enumerable.Range(1, 4).Select(i => Doctor(i, A.Today.AddDays(i < 4 ? -9 : 20))).ToArray();
        for (var step = 0; step < 400; step++)
        {
            var doctor = doctors[random.Next(doctors.Length)];
            var before = Days(book, today.AddDays(-40), today);
            switch (random.Next(8))
            {
                case < 4 when DoctorRules.Obstacle(doctor, today) is null && !book.Has(doctor.Id, today):
                    book.Choose(A.Key(1).Value, doctor, DoctorRules.From(doctor, today));
                    break;
                case 4:
                    book.GiveUp(today);
                    break;
                case 5 when !(doctor.LastDay < today):
                    doctor.Change(doctor.Post with { LastDay = Last(random, doctor, today) });
                    break;
                case 6:
                    today = today.AddDays(random.Next(1, 5));
                    break;
            }

            foreach (var contact in book.All)
                contact.Follow(doctors.Single(one => one.Id == contact.Doctor), today);
            var days = Days(book, A.Today, today.AddDays(40));
            Assert.All(days, day => Assert.True(day.Value.Length <= 1, $"{seed}, step {step}: two doctors {day.Key}"));
            Assert.All(before, day => Assert.Equal(day.Value, On(book, day.Key)));
        }
    }

    [Fact]
    public void Another_doctor_ends_the_one_before_on_that_day()
    {
        var book = Book(Doctor(1));

        book.Choose(A.Key(1).Value, Doctor(2), A.Today.AddDays(5));

        Assert.Equal(["D1"], On(book, A.Today.AddDays(4)));
        Assert.Equal(["D2"], On(book, A.Today.AddDays(5)));
        Assert.Equal(DoctorEndReason.AnotherChosen, book.All[0].EndReason);
    }

    [Fact]
    public void A_last_day_ends_it_and_a_last_day_that_is_taken_back_does_not()
    {
        var doctor = Doctor(1);
        var contact = Assert.Single(Book(doctor).All);
        doctor.Change(doctor.Post with { LastDay = A.Today.AddDays(9) });

        Assert.True(contact.Follow(doctor, A.Today));
        Assert.False(contact.Follow(doctor, A.Today));
        Assert.Equal((A.Today.AddDays(10), DoctorEndReason.DoctorLeft), (contact.Until, contact.EndReason));

        doctor.Change(doctor.Post with { LastDay = null });
        Assert.True(contact.Follow(doctor, A.Today));
        Assert.Equal((null, null), (contact.Until, contact.EndReason));
    }

    [Fact]
    public void Who_comes_back_has_nobody_of_before()
    {
        var doctor = Doctor(1);
        var contact = Assert.Single(Book(doctor).All);
        doctor.Change(doctor.Post with { LastDay = A.Today });
        contact.Follow(doctor, A.Today);

        doctor.Change(doctor.Post with { LastDay = null });

        Assert.False(contact.Follow(doctor, A.Today.AddDays(1)));
        Assert.Equal(DoctorEndReason.DoctorLeft, contact.EndReason);
    }

    [Fact]
    public void Who_wants_none_after_one_who_has_left_does_not_wait_for_a_new_choice()
    {
        var doctor = Doctor(1);
        var book = Book(doctor);
        doctor.Change(doctor.Post with { LastDay = A.Today });
        book.All[0].Follow(doctor, A.Today);

        book.GiveUp(A.Today.AddDays(9));

        Assert.Equal((A.Today.AddDays(1), DoctorEndReason.GivenUp), (book.All[0].Until, book.All[0].EndReason));
        Assert.Empty(book.ToGiveUp(A.Today.AddDays(9)));
    }

    private static DoctorBook Book(Doctor doctor)
    {
        var book = new DoctorBook([]);
        book.Choose(A.Key(1).Value, doctor, A.Today);
        return book;
    }

    private static Doctor Doctor(int number, DateOnly? first = null) => new(
        A.Here, $"D{number}", "17",
        new("Elsa Ek", DoctorKind.Specialist, 100, first ?? A.Today, LastDay: null, TakesNew: true));

    private static DateOnly? Last(Random random, Doctor doctor, DateOnly today) => random.Next(3) == 0
        ? null
        : (doctor.FirstDay > today ? doctor.FirstDay : today).AddDays(random.Next(0, 15));

    private static Dictionary<DateOnly, string[]> Days(DoctorBook book, DateOnly from, DateOnly until) =>
        Enumerable.Range(0, until.DayNumber - from.DayNumber).Select(from.AddDays)
            .ToDictionary(day => day, day => On(book, day));

    private static string[] On(DoctorBook book, DateOnly day) =>
        [.. book.All.Where(one => one.From <= day && !one.IsOverOn(day)).Select(one => one.Doctor)];
}
