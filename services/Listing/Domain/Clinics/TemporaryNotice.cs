namespace NaraVard.Listing.Domain.Clinics;

/// <summary>What holds for a while, until <paramref name="To"/>: moved, closed for a day, only by telephone.</summary>
internal sealed record TemporaryNotice(DateTimeOffset From, DateTimeOffset To, string Text, bool IsClosed)
{
    public bool HoldsAt(DateTimeOffset moment) => From <= moment && moment < To;
}
