using System.Globalization;
using Grpc.Core;
using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Rest;

/// <summary>Changes only what the caller has seen (<c>If-Match</c>).</summary>
public static class Preconditions
{
    /// <summary>
    /// The version that the caller has seen: from <c>if-match</c> (<c>"7"</c>, weak or strong). Null when the caller
    /// does not say, or says <c>*</c>. Throws <see cref="InvalidInput"/> for anything else.
    /// </summary>
    public static long? IfMatch(this ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var text = context.GetHttpContext().Request.Headers.IfMatch.ToString().Trim();
        if (text.Length == 0 || text == "*")
            return null;
        var digits = (text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text).Trim('"');
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new InvalidInput([new("if-match", "malformed", Messages.Malformed)]);
    }

    /// <summary>
    /// Throws <see cref="VersionMismatch"/> when the caller has seen another version than the current one.
    /// </summary>
    public static void Require(ServerCallContext context, long current)
    {
        if (context.IfMatch() is { } seen && seen != current)
            throw new VersionMismatch(current);
    }
}
