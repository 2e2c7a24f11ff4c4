namespace NaraVard.Listing.Domain.Clinics;

/// <summary>The page where people book at a clinic: a whole https address with a host by name and no user.</summary>
internal static class BookingLink
{
    public const int LengthMax = 500;

    public static bool IsSound(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal)
        && !text.Any(one => char.IsWhiteSpace(one) || char.IsControl(one) || one == '\\')
        && Uri.TryCreate(text, UriKind.Absolute, out var link)
        && link is { HostNameType: UriHostNameType.Dns, UserInfo: "" }
        && link.Host.Contains('.', StringComparison.Ordinal);
}
