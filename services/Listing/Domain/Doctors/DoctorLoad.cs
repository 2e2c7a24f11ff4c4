namespace NaraVard.Listing.Domain.Doctors;

/// <summary>How many people a doctor, or all of a clinic's doctors, have and are meant for (DOMAIN K14).</summary>
internal sealed record DoctorLoad(int Persons, decimal Capacity, LoadLevel Level)
{
    /// <summary>People for each that the target gives, with two decimals; null where nobody works.</summary>
    public decimal? Ratio =>
        Capacity == 0 ? null : Math.Round(Persons / Capacity, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What a load says at a glance.</summary>
internal enum LoadLevel
{
    Green = 1,
    Amber = 2,

    /// <summary>Also when there are people and no doctor.</summary>
    Red = 3,
}
