using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Domain.Doctors;

/// <summary>
/// How many people a doctor who works full time is meant for (riktvärde), for the days on which it applies. Neither a
/// floor nor a ceiling: it says how the load is, and refuses nobody.
/// </summary>
/// <param name="Region">County code; null for the national target, which holds where a region has none.</param>
internal sealed record DoctorTarget(string? Region, DateOnly From, DateOnly? To) : IRegional
{
    public int PersonsPerSpecialist { get; init; } = 1100;

    /// <summary>For one who is becoming a specialist (ST).</summary>
    public int PersonsPerTrainee { get; init; } = 550;

    /// <summary>Above this percentage of the target the load is amber.</summary>
    public int AmberPercent { get; init; } = 100;

    /// <summary>Above this percentage it is red.</summary>
    public int RedPercent { get; init; } = 125;

    /// <summary>The region's own target of a day, or else the national one.</summary>
    public static DoctorTarget For(string region, DateOnly day, IReadOnlyCollection<DoctorTarget> targets) =>
        targets.For(region, day) ?? new(null, default, null);

    /// <summary>How many people the doctors who work on the day are meant for.</summary>
    public decimal Capacity(IEnumerable<Doctor> doctors, DateOnly day) =>
        doctors.Where(doctor => doctor.WorksOn(day)).Sum(doctor => doctor.Percent * For(doctor.Kind)) / 100m;

    /// <summary>How it is with so many people on doctors who are meant for so many.</summary>
    public DoctorLoad Load(int persons, decimal capacity) => new(persons, capacity, (persons, capacity) switch
    {
        (0, _) => LoadLevel.Green,
        _ when persons * 100 > capacity * RedPercent => LoadLevel.Red,
        _ when persons * 100 > capacity * AmberPercent => LoadLevel.Amber,
        _ => LoadLevel.Green,
    });

    private int For(DoctorKind kind) => kind switch
    {
        DoctorKind.Specialist => PersonsPerSpecialist,
        DoctorKind.Trainee => PersonsPerTrainee,
    };
}
