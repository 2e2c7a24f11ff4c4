namespace NaraVard.Listing.Features;

/// <summary>Listing. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class ListingService : Proto.ListingService.ListingServiceBase;
