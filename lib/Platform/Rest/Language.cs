using Grpc.Core;
using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Rest;

/// <summary>
/// Sentences in answers follow the caller's <c>Accept-Language</c>; Swedish unless English is asked for.
/// </summary>
public static class Language
{
    /// <summary>The sentence in the caller's language.</summary>
    public static string Say(this ServerCallContext context, Text text)
    {
        ArgumentNullException.ThrowIfNull(context);
        var wanted = context.RequestHeaders.GetValue("accept-language");
        return wanted?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? text.En : text.Sv;
    }
}
