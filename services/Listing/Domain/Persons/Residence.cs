using NaraVard.Identifiers.Places;
using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>Where a person is registered. All but the kommun is absent when nobody said.</summary>
/// <param name="Kommun">The kommun.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Position">Where the home lies.</param>
/// <param name="Dwelling">Which dwelling it is, the same for all of it; it tells no address.</param>
internal readonly record struct Residence(
    KommunCode Kommun, PostalCode? PostalCode, Position? Position, Guid? Dwelling = null);
