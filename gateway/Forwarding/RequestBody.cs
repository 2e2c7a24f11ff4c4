using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NaraVard.Gateway.Forwarding;

/// <summary>
/// Takes in the whole body of a JSON request before a service hears of it. A slow upload holds up no service; and a
/// service that answers before it has read the body does not cost the client its connection: see decision 0024.
/// </summary>
internal static class RequestBody
{
    // No more is set aside for what a header announces; it grows with what comes.
    private const int SetAsideMax = 64 * 1024;

    /// <summary>Null when the body is there or there is none; else why it did not come.</summary>
    public static async Task<Outcome?> TakeIn(HttpContext context)
    {
        var request = context.Request;
        if (Refusals.IsGrpc(request) || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            return null;
        var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, SetAsideMax));
        try
        {
            if (!await Copy(request.BodyReader, body, context.RequestAborted))
                return NotInTime(context);
        }
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
            return Outcome.CallerFault;
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException)
        {
            return Outcome.CallerGone;
        }

        body.Position = 0;
        request.Body = body;
        return null;
    }

    // A read that is given the token leaves the body in a state that the server cannot go on from.
    private static async Task<bool> Copy(PipeReader from, MemoryStream to, CancellationToken ends)
    {
        using var ending = ends.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), from);
        while (true)
        {
            var read = await from.ReadAsync(CancellationToken.None);
            foreach (var part in read.Buffer)
                to.Write(part.Span);
            from.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return true;
            if (read.IsCanceled)
                return false;
        }
    }

    private static Outcome NotInTime(HttpContext context)
    {
        if (!Outcomes.IsOverTime(context))
            return Outcome.CallerGone;
        // The caller is still there, and is to hear why.
        context.RequestAborted = CancellationToken.None;
        context.Response.StatusCode = StatusCodes.Status408RequestTimeout;
        return Outcome.CallerFault;
    }
}
