using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Rpc;

/// <summary>
/// Writes the access log before anything is changed and before an answer leaves: for a stream before each message that
/// discloses somebody new. When the log cannot be written the request fails.
/// </summary>
internal sealed class AccessInterceptor(AccessRecorder recorder) : Around
{
    protected override async Task<T> Run<T>(ServerCallContext context, Func<Task<T>> call)
    {
        var http = context.GetHttpContext();
        http.RequestServices.GetRequiredService<AccessTrail>().Write = () => recorder.Allowed(http);
        var isPersonal = http.GetEndpoint()?.Metadata.GetMetadata<PersonDataAttribute>() is not null;
        T reply;
        try
        {
            reply = await call();
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The caller left, or a stream was ended: not a refusal. Whatever was disclosed before is in the log.
            await Allowed(http, isPersonal);
            throw;
        }
        catch (Exception error) when (isPersonal)
        {
            var code = error is RpcException rpc ? rpc.StatusCode.ToString() : ErrorMapping.CodeOf(error);
            await recorder.Refused(http, code);
            throw;
        }

        await Allowed(http, isPersonal);
        return reply;
    }

    protected override IServerStreamWriter<T> Writer<T>(IServerStreamWriter<T> writer, ServerCallContext context) =>
        new LoggedWriter<T>(writer, recorder, context.GetHttpContext());

    private Task Allowed(HttpContext http, bool isPersonal)
    {
        var trail = http.RequestServices.GetRequiredService<AccessTrail>();
        return isPersonal && !trail.HasTouched ? recorder.AllowedForNobody(http) : recorder.Allowed(http);
    }

    private sealed class LoggedWriter<T>(IServerStreamWriter<T> writer, AccessRecorder recorder, HttpContext http)
        : IServerStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => writer.WriteOptions;
            set => writer.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            await recorder.Allowed(http);
            await writer.WriteAsync(message, cancellationToken);
        }
    }
}
