using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A call being made: sends the request, takes the replies and the status.</summary>
internal sealed class ClientCall<TRequest, TReply>(
    GrpcChannel channel, Method<TRequest, TReply> method, string? host, CallOptions options)
    : ClientCall(channel, options)
    where TRequest : class
    where TReply : class
{
    private HttpRequestMessage? request;
    private HttpResponseMessage? answer;
    private MessageReader? replies;

    /// <summary>The body of a request with one message.</summary>
    public OneRequest OneRequest(TRequest message) =>
        new(target =>
        {
            var writer = new MessageWriter(target, Channel.Options.MaxSendMessageSize);
            writer.Compress(Packing(WriteOptions));
            writer.Write(message, method.RequestMarshaller.ContextualSerializer);
        });

    /// <summary>Sends, and waits for the only reply.</summary>
    public async Task<TReply> Only(RequestContent content)
    {
        await Send(content).ConfigureAwait(false);
        try
        {
            var reply = await Next(Stop).ConfigureAwait(false);
            if (reply is not null && await Next(Stop).ConfigureAwait(false) is not null)
                throw Refusals.Unimplemented("One reply was expected, and more came.");
            return reply ?? throw Refusals.Unimplemented("One reply was expected, and none came.");
        }
        catch (RpcException refused)
        {
            throw End(refused);
        }
    }

    /// <summary>Sends, and is done when replies can be read.</summary>
    public Task Open(RequestContent content)
    {
        EndWhenStopped();
        return Send(content);
    }

    /// <summary>The next reply; null at the end, when the outcome is known.</summary>
    public async ValueTask<TReply?> Next(CancellationToken stopWaiting)
    {
        if (HasEnded)
            return Failure is { } failure ? throw failure : null;
        try
        {
            var reply = await replies!.Next(method.ResponseMarshaller.ContextualDeserializer, stopWaiting)
                .ConfigureAwait(false);
            if (reply is not null)
                return reply;
            Complete(answer!.TrailingHeaders);
            return Failure is { } failed ? throw failed : null;
        }
        catch (Exception thrown)
        {
            throw End(thrown);
        }
    }

    protected override void Release()
    {
        answer?.Dispose();
        request?.Dispose();
    }

    private async Task Send(RequestContent content)
    {
        try
        {
            if (TimeLeft == TimeSpan.Zero)
                throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline has passed."));
            content.Prepare();
            request = NewRequest(content);
            answer = await Channel.Send(request, Stop).ConfigureAwait(false);
            await Begin(answer).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            var failure = End(thrown);
            content.Dispose();
            answer?.Dispose();
            throw failure;
        }
        finally
        {
            HasAnswer();
        }
    }

    private HttpRequestMessage NewRequest(RequestContent content)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Channel.AddressOf(method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        message.Headers.Host = host;
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation(Wire.Headers.AcceptEncoding, "identity,gzip");
        if (Compression is not null)
            message.Headers.TryAddWithoutValidation(Wire.Headers.Encoding, Gzip.Name);
        if (TimeLeft is { } timeout)
            message.Headers.TryAddWithoutValidation(TimeoutHeader.Name, TimeoutHeader.Format(timeout));
        CopyHeaders(message);
        return message;
    }

    private async Task Begin(HttpResponseMessage received)
    {
        AnswerHeaders.ThrowUnlessGrpc(received);
        Received(AnswerHeaders.Metadata(received.Headers));
        if (received.Headers.Contains(Wire.Headers.Status))
        {
            Complete(received.Headers);
            return;
        }
        var body = await received.Content.ReadAsStreamAsync(Stop).ConfigureAwait(false);
        replies = new MessageReader(
            PipeReader.Create(body), Channel.Options.MaxReceiveMessageSize, AnswerHeaders.Encoding(received.Headers));
        if (HasEnded)
            received.Dispose();
    }

    private void Complete(HttpResponseHeaders last) =>
        End(AnswerHeaders.Status(last), AnswerHeaders.Metadata(last), isBroken: false);
}
