using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NaraVard.Identifiers;

namespace NaraVard.Listing.Data;

/// <summary>Stores an <see cref="HsaId"/> as its text.</summary>
internal sealed class HsaIdConverter() : ValueConverter<HsaId, string>(id => id.Value, text => HsaId.Parse(text));
