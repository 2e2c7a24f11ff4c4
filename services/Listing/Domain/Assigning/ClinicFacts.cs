using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Domain.Assigning;

/// <summary>What the rules of choice need to know of a clinic, for one type of care and the day of effect.</summary>
/// <param name="Id">HSA-id.</param>
/// <param name="IsClosed">Whether it is closed for good by then.</param>
/// <param name="HasAgreement">Whether a contract or assignment for this type of care holds by then.</param>
/// <param name="HadAgreement">Whether one held before.</param>
/// <param name="KommunCode">Four digits.</param>
/// <param name="Position">Where it lies.</param>
/// <param name="TakesUnasked">
/// Whether those who have not chosen may be assigned to it: for dental care only folktandvård takes them (S39).
/// </param>
internal sealed record ClinicFacts(
    string Id, bool IsClosed, bool HasAgreement, bool HadAgreement, string KommunCode, Position Position,
    bool TakesUnasked = true);
