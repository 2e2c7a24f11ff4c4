using Grpc.Json;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Sessions;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Streams;

/// <summary>
/// How long one answer may go on: until the caller's token has expired, until the longest that a stream may be, or
/// until the gateway stops; and what is said then.
/// </summary>
internal sealed class Lifetime : IDisposable
{
    // Timers are right to a millisecond or two; a stream that ends for its token must not end before the token does.
    private static readonly TimeSpan TimerMayBeEarly = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource ends;
    private readonly CancellationTokenRegistration stopping;
    private readonly CancellationTokenRegistration ending;
    private readonly WatchedSession? session;
    private readonly bool endsByExpiry;
    private volatile bool isStopping;

    /// <param name="untilExpiry">What is left of the caller's token; null for what needs none.</param>
    /// <param name="longest">The longest that a stream may be.</param>
    /// <param name="clock">Measures both.</param>
    /// <param name="stop">Tells that the gateway stops.</param>
    /// <param name="session">
    /// Tells that the browser's session has ended, and is disposed of with this. A browser has no token: when that
    /// expires it comes back with the same cookie, and gets on with a new one.
    /// </param>
    public Lifetime(
        TimeSpan? untilExpiry, TimeSpan longest, TimeProvider clock, CancellationToken stop,
        WatchedSession? session = null)
    {
        this.session = session;
        endsByExpiry = untilExpiry <= longest;
        var left = endsByExpiry ? untilExpiry!.Value + TimerMayBeEarly : longest;
        ends = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        stopping = stop.UnsafeRegister(static state => ((Lifetime)state!).Stop(), this);
        ending = session?.Ended.UnsafeRegister(static state => ((Lifetime)state!).ends.Cancel(), this) ?? default;
    }

    /// <summary>For forms that cannot say "come back": the same as an outage that is over soon.</summary>
    public static Problem ComeBack => Problem.Of(StatusCodes.Status503ServiceUnavailable) with
    {
        Code = "stream-ended",
        Swedish = "Strömmen har nått sin längsta tid eller växeln startar om. Öppna den igen från markören.",
        English = "The stream has reached its longest time or the gateway restarts. Open it again from your cursor.",
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>Fires when the answer must end.</summary>
    public CancellationToken Token => ends.Token;

    /// <summary>Why the answer ends; null when the client should just come back from its cursor.</summary>
    public Problem? Cause => isStopping ? null
        : session is not null ? (session.Ended.IsCancellationRequested ? Refusals.Of(SessionGate.Ended) : null)
        : endsByExpiry ? Refusals.Of(Refusal.TokenExpired) : null;

    public void Dispose()
    {
        stopping.Dispose();
        ending.Dispose();
        session?.Dispose();
        ends.Dispose();
    }

    private void Stop()
    {
        isStopping = true;
        ends.Cancel();
    }
}
