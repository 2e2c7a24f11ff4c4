using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Json.Binding;
using Grpc.Json.Reading;
using Grpc.Json.Streaming;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using MethodDescriptor = Google.Protobuf.Reflection.MethodDescriptor;

namespace Grpc.Json;

/// <summary>One way to call one RPC with JSON, everything about it prepared.</summary>
internal sealed class JsonRoute
{
    private const string LastEventId = "Last-Event-ID";

    private readonly RpcMethod rpc;
    private readonly MessageParser parser;
    private readonly RequestBinder binder;
    private readonly FormRoute? unary;
    private readonly JsonStreamShape? stream;
    private readonly BoundField? cursor;
    private readonly JsonTranscodingOptions options;
    private readonly int bodyMax;

    public JsonRoute(
        RpcMethod rpc, MethodDescriptor method, HttpBinding binding, JsonCodec codec, JsonTranscodingOptions options)
    {
        this.rpc = rpc;
        this.options = options;
        parser = method.InputType.Parser;
        bodyMax = rpc.Binding.Options.MaxReceiveMessageSize ?? options.BodyBytesMax;
        var request = codec.Readers.For(method.InputType);
        binder = new(request, method.InputType, binding);
        var reply = new JsonReply(codec.Writers, method, binding);
        if (!method.IsServerStreaming)
        {
            unary = new(rpc, new(Request, (http, answer) => reply.Answer(http.Response, answer), ProblemWriter.Write));
            return;
        }

        stream = new(reply, method.OutputType);
        cursor = JsonStreamShape.Cursor(method.InputType) is { } field ? BoundField.Resolve(request, field.Name) : null;
    }

    public async Task Serve(HttpContext http)
    {
        var form = stream is null ? null : StreamForm.For(http.Request);
        if (stream is null ? Accepts.Best(http.Request, Accepts.Json) is null : form is null)
            await ProblemWriter.Write(http, StatusCodes.Status406NotAcceptable);
        else if (unary is not null)
            await unary.Serve(http);
        else if (await Request(http) is { } request)
            await Streaming(http, request, form!, stream!);
    }

    private async Task<IMessage?> Request(HttpContext http)
    {
        using var body = new PooledBuffer();
        try
        {
            if (await RequestBody.IsPresent(http.Request, http.RequestAborted)
                && await Take(http.Request, body) is { } refusal)
                return await Refuse(http, refusal);
        }
        catch (IOException unreadable) when (unreadable.InnerException is OverflowException)
        {
            // A chunk whose size no number can hold.
            return await Refuse(http, Problem.Of(StatusCodes.Status400BadRequest));
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException and not BadHttpRequestException)
        {
            // The caller took its request back or left; the request's own token may tell so a little later. Nothing of
            // it is to be read any more: over HTTP/1.1 the server would try, and report that as an error of ours.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            http.Abort();
            return null;
        }

        using var intake = new Intake();
        binder.Bind(http, body.Written.Span, intake);
        if (cursor is not null && http.Request.Headers[LastEventId].ToString() is { Length: > 0 } id)
            cursor.Read(id, intake);
        if (intake.IsSound)
            return parser.ParseFrom(intake.Wire.Bytes, 0, intake.Wire.Length);
        return await Refuse(http, Problem.Of(intake.Violations));
    }

    // Takes the body in; tells why not.
    private async Task<Problem?> Take(HttpRequest request, PooledBuffer body)
    {
        if (!binder.HasBody)
            return new(400, "body-not-taken")
            {
                Swedish = "Det här anropet tar inget innehåll.",
                English = "This call takes no body.",
            };
        if (!RequestBody.IsJson(request))
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType);
        return await RequestBody.Read(request, body, bodyMax, request.HttpContext.RequestAborted)
            ? null
            : Problem.Of(StatusCodes.Status413PayloadTooLarge);
    }

    private async Task Streaming(HttpContext http, IMessage request, StreamForm form, JsonStreamShape shape)
    {
        using var answer = new StreamAnswer(http, form, shape, options);
        using var beating = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        using var call = new JsonCallContext(http, rpc, _ => Quietly(answer.Stop())) { OnHeaders = answer.Open };
        call.Begin(null);
        var beat = Quietly(answer.Beat(beating.Token));
        Exception? thrown = null;
        try
        {
            await rpc.ServerStreaming(request, answer, call);
        }
        catch (Exception failure)
        {
            thrown = failure;
        }

        // Heartbeats and a farewell have had their turn before the last word is said.
        var farewell = call.Finish();
        await beating.CancelAsync();
        await beat;
        if (farewell is not null)
            await farewell;
        else if (thrown is null && call.Status.StatusCode == StatusCode.OK)
            await Quietly(answer.End());
        else if ((thrown is null ? Problem.Of(call.Status, call.Trailers) : call.Failed(thrown, mayHaveBegun: true))
            is { } problem)
            await (answer.IsOpen ? Quietly(answer.Fail(problem)) : Refuse(http, problem));
    }

    private async Task<IMessage?> Refuse(HttpContext http, Problem problem)
    {
        JsonLog.Refused(rpc.Binding.Log, rpc.FullName, problem.Status, problem.Code, http.TraceIdentifier);
        await ProblemWriter.Write(http, problem);
        return null;
    }

    // The caller may go at any moment; what was still to be said then is lost, and that is no fault.
    private static async Task Quietly(Task write)
    {
        try
        {
            await write;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
        {
        }
    }
}
