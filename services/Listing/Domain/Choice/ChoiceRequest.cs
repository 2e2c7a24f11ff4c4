using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>A choice of clinic as it is asked for.</summary>
internal sealed record ChoiceRequest
{
    /// <summary>Chosen by the caller.</summary>
    public required Guid Id { get; init; }

    public required PersonKey Person { get; init; }

    public required ListingType Type { get; init; }

    /// <summary>HSA-id.</summary>
    public required string Clinic { get; init; }

    /// <summary>HSA-id of the doctor whom the person wants there; null for none.</summary>
    public string? Doctor { get; init; }

    public ListingKind Kind { get; init; } = ListingKind.Active;

    public ChangeReason Reason { get; init; } = ChangeReason.OwnWish;

    /// <summary>Those who chose for a child; empty when the person did.</summary>
    public IReadOnlyList<PersonKey> Guardians { get; init; } = [];

    /// <summary>Whether the person queues when the clinic is full.</summary>
    public bool MayQueue { get; init; } = true;

    /// <summary>Whether treatment goes on that was begun, or decided to be free, under older rules.</summary>
    public bool HasTransitionalTreatment { get; init; }

    /// <summary>Whether the region's staff write it down, who may say exceptions.</summary>
    public bool IsByStaff { get; init; }

    /// <summary>Of the whole request.</summary>
    public byte[] Digest { get; init; } = [];
}
