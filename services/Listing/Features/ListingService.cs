using NaraVard.Listing.Data;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>
/// Listing. Each RPC has a file of its own: what persons and clinics do in Choosing, what limits them in Ceilings, who
/// has no clinic in Assigning.
/// </summary>
internal sealed partial class ListingService(
    ListingDb db, Ledger ledger, Placing placing, Telling telling, Following following, Answers answers, Reach reach,
    PolicyBook policies, Acting acting, PersonKeys keys, TimeProvider clock)
    : Proto.ListingService.ListingServiceBase;
