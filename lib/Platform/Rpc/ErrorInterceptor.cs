using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Rpc;

/// <summary>
/// Turns what a feature throws into the one form of errors. Only published errors leave; what we did not foresee is
/// logged once, under the request's id, and answered without any detail.
/// </summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> log) : Around
{
    private const string Trailer = "grpc-status-details-bin";

    protected override async Task<T> Run<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception error) when (error is not RpcException && !IsGoneCaller(error, context))
        {
            var answer = ErrorMapping.Of(error);
            Tell(answer, error, context);
            throw new RpcException(
                new Status((StatusCode)answer.Code, answer.Message),
                new Metadata { { Trailer, answer.ToByteArray() } });
        }
    }

    private static bool IsGoneCaller(Exception error, ServerCallContext context) =>
        error is OperationCanceledException && context.CancellationToken.IsCancellationRequested;

    private void Tell(Google.Rpc.Status answer, Exception error, ServerCallContext context)
    {
        var code = ErrorMapping.CodeOf(answer);
        switch ((StatusCode)answer.Code)
        {
            case StatusCode.Internal:
                Log.Failed(log, context.Method, error);
                break;
            case StatusCode.Unavailable:
                Log.Unavailable(log, context.Method, error);
                break;
            default:
                Log.Refused(log, context.Method, code);
                break;
        }
    }
}
