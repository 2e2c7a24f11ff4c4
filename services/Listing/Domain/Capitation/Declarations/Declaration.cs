using NaraVard.Listing.Domain.Capitation.Packages;

namespace NaraVard.Listing.Domain.Capitation.Declarations;

/// <summary>
/// What a unit says itself of how it meets a package's requirements (egenförsäkran). It is never changed: of a unit's
/// declarations for a package the one with the greatest version counts.
/// </summary>
internal sealed class Declaration
{
    public Declaration(
        Guid id, Guid package, string unit, IEnumerable<AreaAnswer> answers, string signedBy, DateTimeOffset signedAt)
    {
        (Id, PackageId, Unit) = (id, package, unit);
        (SignedBy, SignedAt) = (signedBy, signedAt);
        Answers = [.. answers.OrderBy(answer => answer.Area)];
    }

    private Declaration()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its number among the unit's for the package, from 1.</summary>
    public long Version { get; private set; }

    public Guid PackageId { get; private set; }

    /// <summary>HSA-id of the unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>By area.</summary>
    public IReadOnlyList<AreaAnswer> Answers { get; private set; } = [];

    /// <summary>HSA-id of who signed.</summary>
    public string SignedBy { get; private set; } = "";

    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>Counts from now on, after so many of the unit's for the package.</summary>
    public void Follow(long before) => Version = before + 1;

    /// <summary>Whether the same person has said the same, whenever that was.</summary>
    public bool IsSameAs(Declaration other) =>
        (PackageId, Unit, SignedBy) == (other.PackageId, other.Unit, other.SignedBy)
        && Answers.SequenceEqual(other.Answers);
}

/// <summary>Whether the requirements of one area are met.</summary>
/// <param name="Comment">Empty when nothing is said.</param>
internal sealed record AreaAnswer(RequirementArea Area, Fulfilment Fulfilment, string Comment);

/// <summary>Whether requirements are met.</summary>
internal enum Fulfilment
{
    Met = 1,
    PartlyMet = 2,
    NotMet = 3,
}
