namespace NaraVard.Listing.Domain.Dental;

/// <summary>What an examination says from one time on.</summary>
/// <param name="On">The day of the examination.</param>
/// <param name="Caries">Risk of caries.</param>
/// <param name="Periodontal">Risk of periodontal disease.</param>
/// <param name="DueOn">The day by which the next examination is due after it.</param>
/// <param name="IsNullified">Whether it never was.</param>
/// <param name="WrittenBy">HSA-id of whoever wrote it down, or the sign-in's own id.</param>
/// <param name="WrittenAt">When it was written down.</param>
/// <param name="Reason">Why it was corrected; null for what was recorded first.</param>
internal sealed record ExaminationFinding(
    DateOnly On, RiskGroup Caries, RiskGroup Periodontal, DateOnly DueOn, bool IsNullified, string WrittenBy,
    DateTimeOffset WrittenAt, string? Reason)
{
    /// <summary>The greater of the two diseases' risks, which decides when the next examination is due.</summary>
    public static RiskGroup Greater(RiskGroup caries, RiskGroup periodontal) =>
        caries > periodontal ? caries : periodontal;

    /// <summary>Whether another says the same of the examination, whoever wrote it down and when.</summary>
    public bool Says(ExaminationFinding other) => IsNullified == other.IsNullified
        && (IsNullified || (On, Caries, Periodontal) == (other.On, other.Caries, other.Periodontal));
}
