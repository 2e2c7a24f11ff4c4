using System.ComponentModel.DataAnnotations;
using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing;

/// <summary>How many people a doctor who works full time is meant for (riktvärde). It refuses nobody.</summary>
internal sealed class DoctorTargetOptions
{
    /// <summary>County code, two digits; absent for the national target.</summary>
    [RegularExpression("^[0-9]{2}$")]
    public string? Region { get; init; }

    /// <summary>The first day; absent when it always applied.</summary>
    [Range(typeof(DateOnly), "1900-01-01", "2999-12-31")]
    public DateOnly? From { get; init; }

    /// <summary>The last day; absent when no end is set.</summary>
    [Range(typeof(DateOnly), "1900-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }

    /// <summary>People for one specialist in general medicine.</summary>
    [Range(1, 100_000)]
    public int PersonsPerSpecialist { get; init; } = 1100;

    /// <summary>People for one who is becoming a specialist (ST).</summary>
    [Range(1, 100_000)]
    public int PersonsPerTrainee { get; init; } = 550;

    /// <summary>Above this percentage of the target the load is amber.</summary>
    [Range(1, 1000)]
    public int AmberPercent { get; init; } = 100;

    /// <summary>Above this percentage it is red.</summary>
    [Range(1, 1000)]
    public int RedPercent { get; init; } = 125;

    public DoctorTarget ToTarget() => new(Region, From ?? default, To)
    {
        PersonsPerSpecialist = PersonsPerSpecialist,
        PersonsPerTrainee = PersonsPerTrainee,
        AmberPercent = AmberPercent,
        RedPercent = RedPercent,
    };
}
