using Grpc.Core;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>
/// Sentences in answers follow the caller's <c>Accept-Language</c>; Swedish unless English is asked for.
/// </summary>
internal static class Language
{
    public static string Say(this ServerCallContext context, Text text) =>
        context.RequestHeaders.GetValue("accept-language")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
            ? text.En
            : text.Sv;
}
