using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>What is written of a choice or an assignment that may be done, listed or queued.</summary>
internal sealed record ListingEntry
{
    public required Guid Id { get; init; }

    public required PersonKey Person { get; init; }

    public required ListingType Type { get; init; }

    public required string Clinic { get; init; }

    public required string Region { get; init; }

    public required ListingKind Kind { get; init; }

    public ChangeReason Reason { get; init; } = ChangeReason.OwnWish;

    public string? AssignedBecause { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public bool IsCountedChange { get; init; }

    public bool IsExempt { get; init; }

    public bool HasTransitionalTreatment { get; init; }

    public byte[] Digest { get; init; } = [];
}
