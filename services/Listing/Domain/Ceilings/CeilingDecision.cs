namespace NaraVard.Listing.Domain.Ceilings;

/// <summary>What was decided about a ceiling.</summary>
/// <param name="Id">Chosen by the caller.</param>
/// <param name="Clinic">HSA-id.</param>
/// <param name="Type">For which care.</param>
/// <param name="Region">County code.</param>
/// <param name="ListedMax">The most that may be listed.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null when none is set.</param>
/// <param name="Reference">Where the decision is found.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Digest">Of the request.</param>
internal sealed record CeilingDecision(
    Guid Id, string Clinic, ListingType Type, string Region, int ListedMax, DateOnly From, DateOnly? To,
    string Reference, string DecidedBy, byte[] Digest);
