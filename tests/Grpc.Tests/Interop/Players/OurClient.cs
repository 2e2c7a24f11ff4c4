using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Players;

/// <summary>Our client in the interop cases: makes a call as it is told to.</summary>
internal sealed class OurClient(ChannelBase channel) : IInteropClient
{
    private readonly InteropService.InteropServiceClient service = new(channel);
    private readonly MissingService.MissingServiceClient missing = new(channel);

    public async Task<IReadOnlyList<Outcome>> Make(Call call) =>
        await Task.WhenAll(Enumerable.Range(0, call.AtOnce).Select(_ => MakeOne(call)));

    private async Task<Outcome> MakeOne(Call call)
    {
        using var cancel = new CancellationTokenSource();
        var options = new CallOptions(Headers(call), Deadline(call), cancel.Token);
        return call.Kind switch
        {
            MethodType.Unary => await Unary(call, options),
            MethodType.ClientStreaming => await ClientStreaming(call, options, cancel),
            MethodType.ServerStreaming => await ServerStreaming(call, options),
            MethodType.DuplexStreaming => await DuplexStreaming(call, options, cancel),
        };
    }

    private async Task<Outcome> Unary(Call call, CallOptions options)
    {
        var ask = call.Steps[0].Message;
        using var made = (call.Service, call.Rpc) switch
        {
            ("MissingService", _) => missing.MissingAsync(ask, options),
            (_, "Missing") => service.MissingAsync(ask, options),
            _ => service.UnaryAsync(ask, options),
        };
        List<Answer> replies = [];
        await ToTheEnd(async () => replies.Add(await made));
        return await Told(made.GetStatus(), made.ResponseHeadersAsync, made.GetTrailers(), replies);
    }

    private async Task<Outcome> ClientStreaming(Call call, CallOptions options, CancellationTokenSource cancel)
    {
        using var made = service.TakeAll(options);
        List<Answer> replies = [];
        await ToTheEnd(async () =>
        {
            foreach (var step in call.Steps)
                await Take(step, made.RequestStream, cancel);
            replies.Add(await made);
        });
        return await Told(made.GetStatus(), made.ResponseHeadersAsync, made.GetTrailers(), replies);
    }

    private async Task<Outcome> ServerStreaming(Call call, CallOptions options)
    {
        using var made = service.GiveAll(call.Steps[0].Message, options);
        List<Answer> replies = [];
        await ToTheEnd(async () =>
        {
            await foreach (var reply in made.ResponseStream.ReadAllAsync())
                replies.Add(reply);
        });
        return await Told(made.GetStatus(), made.ResponseHeadersAsync, made.GetTrailers(), replies);
    }

    private async Task<Outcome> DuplexStreaming(Call call, CallOptions options, CancellationTokenSource cancel)
    {
        using var made = service.Converse(options);
        List<Answer> replies = [];
        await ToTheEnd(async () =>
        {
            foreach (var step in call.Steps)
                if (step != Step.Take)
                    await Take(step, made.RequestStream, cancel);
                else if (await made.ResponseStream.MoveNext())
                    replies.Add(made.ResponseStream.Current);
            await foreach (var reply in made.ResponseStream.ReadAllAsync())
                replies.Add(reply);
        });
        return await Told(made.GetStatus(), made.ResponseHeadersAsync, made.GetTrailers(), replies);
    }

    private static async Task Take(Step step, IClientStreamWriter<Ask> requests, CancellationTokenSource cancel)
    {
        if (step == Step.Cancel)
            await cancel.CancelAsync();
        else if (step == Step.Close)
            await requests.CompleteAsync();
        else
        {
            requests.WriteOptions = new WriteOptions(step.IsPlain ? WriteFlags.NoCompress : WriteFlags.None);
            await requests.WriteAsync(step.Message!);
        }
    }

    // A call that fails has told how it ended all the same.
    private static async Task ToTheEnd(Func<Task> steps)
    {
        try
        {
            await steps();
        }
        catch (RpcException)
        {
        }
    }

    private static async Task<Outcome> Told(
        Status status, Task<Metadata> headers, Metadata trailers, List<Answer> replies) =>
        new(status.StatusCode)
        {
            Message = status.Detail,
            Replies = Outcome.Told(replies),
            Initial = headers.IsCompletedSuccessfully ? (await headers).GetValue(Call.InitialKey) : null,
            Trailing = Digits(trailers.GetValueBytes(Call.TrailingKey)),
            Details = Digits(trailers.GetValueBytes(Call.DetailsKey)),
        };

    private static string? Digits(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);

    private static DateTime? Deadline(Call call) => call.Timeout is { } timeout
        ? TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(timeout)
        : null;

    private static Metadata Headers(Call call)
    {
        var headers = new Metadata();
        if (call.Initial is { } initial)
            headers.Add(Call.InitialKey, initial);
        if (call.Trailing is { } trailing)
            headers.Add(Call.TrailingKey, Convert.FromHexString(trailing));
        if (call.Packs)
            headers.Add("grpc-internal-encoding-request", "gzip");
        return headers;
    }
}
