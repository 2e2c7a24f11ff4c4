using NaraVard.Listing.Data;
using NaraVard.Platform.Messaging;

namespace NaraVard.Listing.Features;

/// <summary>The clinics. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class ClinicService(ListingDb db, Outbox<ListingDb> outbox, Acting acting)
    : Proto.ClinicService.ClinicServiceBase;
