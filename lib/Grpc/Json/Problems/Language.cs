using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Grpc.Json;

/// <summary>The caller's language: Swedish unless English is wanted more.</summary>
internal static class Language
{
    public static bool IsEnglish(HttpRequest request)
    {
        var header = request.Headers.AcceptLanguage;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var wanted))
            return false;
        var (swedish, english) = (-1.0, -1.0);
        foreach (var value in wanted)
        {
            var quality = value.Quality ?? 1;
            if (Is(value, "sv") || value.Value == "*")
                swedish = Math.Max(swedish, quality);
            if (Is(value, "en"))
                english = Math.Max(english, quality);
        }

        return english > 0 && english > swedish;
    }

    private static bool Is(StringWithQualityHeaderValue value, string language) =>
        value.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
        || value.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
