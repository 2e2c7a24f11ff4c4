using NaraVard.Listing.Data;

namespace NaraVard.Listing.Features;

/// <summary>Imports of the population register. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class ImportService(ListingDb db, RowReader reader, Acting acting)
    : Proto.ImportService.ImportServiceBase;
