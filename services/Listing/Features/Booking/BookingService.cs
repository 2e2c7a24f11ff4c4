using NaraVard.Listing.Data;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>Times that people can book. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class BookingService(
    ListingDb db, Acting acting, Reach reach, Ledger ledger, Answers answers, PolicyBook policies,
    Appointments appointments, Following following, BookingOptions options, PersonKeys keys, TimeProvider clock)
    : Proto.BookingService.BookingServiceBase;
