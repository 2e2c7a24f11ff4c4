using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing.Tests.Domain.Doctors;

/// <summary>K14: the load beside the target, which is neither a floor nor a ceiling (DOMAIN B2.2).</summary>
public sealed class DoctorTargetTests
{
    /// <summary>What regions have used; the days are ours.</summary>
    private static readonly DoctorTarget[] Targets =
    [
        Target(null, "2022-01-01", specialist: 1100),
        Target("25", "2022-01-01", specialist: 1100),
        Target("09", "2022-01-01", specialist: 1100),
        Target("17", "2022-01-01", specialist: 1500, to: "2024-12-31"),
        Target("17", "2025-01-01", specialist: 1100),
        Target("23", "2022-01-01", specialist: 1250),
        Target("08", "2022-01-01", specialist: 1750, to: "2023-12-31"),
    ];

    private static readonly DoctorTarget National = new DoctorTargetOptions().ToTarget();

    [Fact]
    public void K14_1100_for_one_specialist_is_1()
    {
        var load = Load(1100, Doctor(DoctorKind.Specialist));

        Assert.Equal((1.00m, 1100m, LoadLevel.Green), (load.Ratio, load.Capacity, load.Level));
    }

    [Fact]
    public void K14_1650_for_one_specialist_and_one_ST_is_1()
    {
        var load = Load(1650, Doctor(DoctorKind.Specialist), Doctor(DoctorKind.Trainee));

        Assert.Equal((1.00m, 1650m, LoadLevel.Green), (load.Ratio, load.Capacity, load.Level));
    }

    [Theory]
    [InlineData("25", "2026-11-20", 1100)]
    [InlineData("09", "2026-11-20", 1100)]
    [InlineData("17", "2024-12-31", 1500)]
    [InlineData("17", "2025-01-01", 1100)]
    [InlineData("23", "2026-11-20", 1250)]
    [InlineData("08", "2023-12-31", 1750)]
    [InlineData("08", "2024-01-01", 1100)]
    [InlineData("01", "2026-11-20", 1100)]
    public void A_regions_own_target_holds_on_its_days_and_the_national_one_otherwise(
        string region, string day, int specialist) => Assert.Equal(
        specialist, DoctorTarget.For(region, DateOnly.Parse(day), Targets).PersonsPerSpecialist);

    [Fact]
    public void Without_any_setting_the_national_target_is_1100_and_550()
    {
        var target = DoctorTarget.For("01", A.Today, []);

        Assert.Equal((1100, 550), (target.PersonsPerSpecialist, target.PersonsPerTrainee));
    }

    [Theory]
    [InlineData(550, 0.50, LoadLevel.Green)]
    [InlineData(1100, 1.00, LoadLevel.Green)]
    [InlineData(1101, 1.00, LoadLevel.Amber)]
    [InlineData(1375, 1.25, LoadLevel.Amber)]
    [InlineData(1376, 1.25, LoadLevel.Red)]
    [InlineData(2204, 2.00, LoadLevel.Red)]
    public void Amber_and_red_are_above_the_configured_levels(int persons, double ratio, object level)
    {
        var load = Load(persons, Doctor(DoctorKind.Specialist));

        Assert.Equal(((decimal)ratio, (LoadLevel)level), (load.Ratio, load.Level));
    }

    [Fact]
    public void Other_levels_are_a_setting()
    {
        var target = new DoctorTargetOptions { AmberPercent = 80, RedPercent = 90 }.ToTarget();

        Assert.Equal(
            [LoadLevel.Green, LoadLevel.Amber, LoadLevel.Red],
            new[] { 880, 990, 991 }.Select(persons => target.Load(persons, 1100).Level));
    }

    [Fact]
    public void Part_time_counts_by_its_part_and_who_has_not_come_or_has_left_not_at_all()
    {
        var load = Load(
            407,
            Doctor(DoctorKind.Specialist, percent: 37),
            Doctor(DoctorKind.Specialist, first: A.Today.AddDays(1)),
            Doctor(DoctorKind.Specialist, last: A.Today.AddDays(-1)));

        Assert.Equal((1.00m, 407m), (load.Ratio, load.Capacity));
    }

    [Fact]
    public void People_without_any_doctor_are_red_and_nobody_is_green()
    {
        Assert.Equal((null, LoadLevel.Red), (Load(1).Ratio, Load(1).Level));
        Assert.Equal((null, LoadLevel.Green), (Load(0).Ratio, Load(0).Level));
    }

    private static DoctorLoad Load(int persons, params Doctor[] doctors) =>
        National.Load(persons, National.Capacity(doctors, A.Today));

    private static Doctor Doctor(
        DoctorKind kind, int percent = 100, DateOnly? first = null, DateOnly? last = null) => new(
        A.Here, "SE2321000016-D1", "17", new("Elsa Ek", kind, percent, first ?? new(2020, 1, 1), last, TakesNew: true));

    private static DoctorTarget Target(string? region, string from, int specialist, string? to = null) =>
        new DoctorTargetOptions
        {
            Region = region,
            From = DateOnly.Parse(from),
            To = to is null ? null : DateOnly.Parse(to),
            PersonsPerSpecialist = specialist,
        }.ToTarget();
}
