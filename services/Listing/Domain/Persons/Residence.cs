using NaraVard.Identifiers.Places;
using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>Where a person is registered. The postal code and the position are absent when nobody said.</summary>
internal readonly record struct Residence(KommunCode Kommun, PostalCode? PostalCode, Position? Position);
