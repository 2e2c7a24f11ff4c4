using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Rest;

/// <summary>Retries with <c>idempotency-key</c> (section <c>Idempotency</c>).</summary>
public sealed class IdempotencyOptions
{
    /// <summary>How long an answer is kept for retries.</summary>
    [Range(1, 24 * 30)]
    public int KeepHours { get; init; } = 48;

    /// <summary>How often answers whose time is over are removed.</summary>
    [Range(1, 24 * 60)]
    public int SweepMinutes { get; init; } = 30;
}
