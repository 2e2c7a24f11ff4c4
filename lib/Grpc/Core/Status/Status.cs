namespace Grpc.Core;

/// <summary>The outcome of a call: a code for programs and a detail for people.</summary>
/// <param name="statusCode">The code.</param>
/// <param name="detail">Text that travels with the code; never null.</param>
/// <param name="debugException">What went wrong locally. Never sent.</param>
public readonly struct Status(StatusCode statusCode, string detail, Exception? debugException)
{
    /// <summary>A status without a local cause.</summary>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>Success.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancelled, without more to say.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; } = statusCode;

    /// <summary>Text that travels with the code.</summary>
    public string Detail => detail ?? "";

    /// <summary>The local cause, for logs on this side only.</summary>
    public Exception? DebugException { get; } = debugException;

    /// <inheritdoc/>
    public override string ToString() =>
        DebugException is { } cause
            ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", "
                + $"DebugException=\"{cause.GetType()}: {cause.Message}\")"
            : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}
