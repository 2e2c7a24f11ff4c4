using NaraVard.Listing.Data;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>The register of persons. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class PersonService(
    ListingDb db, Outbox<ListingDb> outbox, Acting acting, PersonKeys keys, NumberVault vault, Joining joining)
    : Proto.PersonService.PersonServiceBase;
