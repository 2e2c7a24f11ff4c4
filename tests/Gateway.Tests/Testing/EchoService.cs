using Grpc.Core;
using NaraVard.Gateway.Tests.Echo.V1;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>A call of each kind, with metadata and trailers.</summary>
internal sealed class EchoService : Echo.V1.EchoService.EchoServiceBase
{
    public override Task<Line> Say(Line request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("trailing", "after");
        if (request.Number != 0)
            throw new RpcException(
                new Status((StatusCode)request.Number, "as asked"), new Metadata { { "detail-bin", [1, 2, 3] } });
        var seen = context.RequestHeaders.GetValue("seen") ?? "";
        return Task.FromResult(new Line { Text = request.Text + seen });
    }

    public override async Task<Line> Collect(IAsyncStreamReader<Line> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        while (await requestStream.MoveNext(context.CancellationToken))
            texts.Add(requestStream.Current.Text);
        context.ResponseTrailers.Add("trailing", "after");
        return new Line { Text = string.Join(' ', texts) };
    }

    public override async Task Repeat(Line request, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(request);
        for (var i = 1; i < request.Number; i++)
            await responseStream.WriteAsync(request);
        if (request.Number == 0)
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        context.ResponseTrailers.Add("trailing", "after");
    }

    public override async Task Chat(
        IAsyncStreamReader<Line> requestStream, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
            await responseStream.WriteAsync(requestStream.Current);
        context.ResponseTrailers.Add("trailing", "after");
    }
}
