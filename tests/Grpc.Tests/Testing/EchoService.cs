using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Grpc.Tests.Echo.V1;

namespace NaraVard.Grpc.Tests.Testing;

/// <summary>Does what its caller asks for.</summary>
internal sealed class EchoService(EchoState state) : TestService.TestServiceBase
{
    public override async Task<SayReply> Say(SayRequest request, ServerCallContext context)
    {
        state.Seen = SeenCall.Of(context);
        await Obey(request, context);
        return new SayReply { Text = request.Text, Payload = request.Payload, Number = request.Number };
    }

    public override async Task<SayReply> Collect(
        IAsyncStreamReader<SayRequest> requestStream, ServerCallContext context)
    {
        List<string> texts = [];
        var isWhole = false;
        try
        {
            await foreach (var request in requestStream.ReadAllAsync())
            {
                await Obey(request, context);
                texts.Add(request.Text);
                state.OneCollected.TrySetResult();
            }
            isWhole = true;
        }
        finally
        {
            state.CollectedAll.TrySetResult(isWhole);
        }
        return new SayReply { Text = string.Join(',', texts), Number = texts.Count };
    }

    public override async Task Repeat(
        RepeatRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        state.Seen = SeenCall.Of(context);
        var payload = Google.Protobuf.ByteString.CopyFrom(new byte[request.PayloadSize]);
        try
        {
            for (var i = 0; i < request.Count; i++)
                await responseStream.WriteAsync(
                    new SayReply { Text = request.Text, Number = i, Payload = payload }, context.CancellationToken);
            await Obey(new SayRequest { Wait = request.Wait, Failure = request.Failure }, context);
        }
        catch (OperationCanceledException)
        {
            state.Cancelled.TrySetResult();
            throw;
        }
    }

    public override async Task Chat(
        IAsyncStreamReader<SayRequest> requestStream,
        IServerStreamWriter<SayReply> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await Obey(request, context);
            await responseStream.WriteAsync(new SayReply { Text = request.Text, Number = request.Number });
        }
    }

    [Authorize(Roles = "keeper")]
    public override Task<SayReply> Secret(SayRequest request, ServerCallContext context) =>
        Task.FromResult(new SayReply { Text = "the secret" });

    private async Task Obey(SayRequest request, ServerCallContext context)
    {
        foreach (var header in context.RequestHeaders)
            if (header.Key.StartsWith("echo-", StringComparison.Ordinal))
                context.ResponseTrailers.Add(header);
        if (request.BadTrailer)
            context.ResponseTrailers.Add("bad", "line\nbreak");
        if (request.EarlyHeader.Length > 0)
            await context.WriteResponseHeadersAsync(new Metadata { { "echo-early", request.EarlyHeader } });
        if (request.Wait)
            await WaitForEnd(context);
        if (request.Hang)
        {
            state.Started.TrySetResult();
            await state.LetGo.Task;
        }
        if (request.Failure is { Code: 99 } bug)
            throw new InvalidTimeZoneException(bug.Message);
        if (request.Failure is { } failure)
            throw new RpcException(
                new Status((StatusCode)failure.Code, failure.Message),
                failure.Details.IsEmpty ? [] : new Metadata
                {
                    { "grpc-status-details-bin", failure.Details.ToByteArray() },
                });
    }

    private async Task WaitForEnd(ServerCallContext context)
    {
        state.Started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            state.Cancelled.TrySetResult();
            throw;
        }
    }
}
