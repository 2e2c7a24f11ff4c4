using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Imports;

/// <summary>What is wrong with a row that was not taken. Nothing of what the row says is kept.</summary>
internal sealed record ImportFault(
    Guid ImportId, long Ordinal, long Line, string Field, string Code, string Sv, string En)
{
    public Text Text => new(Sv, En);
}
