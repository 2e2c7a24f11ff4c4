using Microsoft.AspNetCore.Http;

namespace NaraVard.Gateway.Sessions;

/// <summary>What a person goes to, told from what a script asks for.</summary>
internal static class Navigation
{
    /// <summary>False when the browser says that a script asks: that is never sent to another address.</summary>
    public static bool MayBe(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";

    /// <summary>True when a page is asked for.</summary>
    public static bool Is(HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() is { Length: > 0 } mode
        ? mode == "navigate"
        : request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path, when it is one of ours; the start page for anything that could lead elsewhere.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && path.Length <= 1000
        && !path.Contains('\\') && !path.Any(char.IsControl) && !path.StartsWith("/session", StringComparison.Ordinal)
            ? path
            : "/";
}
