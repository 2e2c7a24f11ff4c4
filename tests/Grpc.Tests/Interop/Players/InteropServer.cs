using Google.Protobuf;
using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Players;

/// <summary>Our server in the interop cases.</summary>
internal sealed class InteropServer : InteropService.InteropServiceBase
{
    public override async Task<Answer> Unary(Ask request, ServerCallContext context)
    {
        await Begin(context);
        Check(request, context);
        var wanted = request.Wanted.FirstOrDefault() ?? new Wanted();
        context.WriteOptions = Packed(wanted);
        return Reply(wanted);
    }

    public override async Task<Answer> TakeAll(IAsyncStreamReader<Ask> requestStream, ServerCallContext context)
    {
        await Begin(context);
        var taken = 0L;
        await foreach (var request in requestStream.ReadAllAsync())
        {
            Check(request, context);
            taken += request.Body.Length;
        }
        return new Answer { Taken = taken };
    }

    public override async Task GiveAll(
        Ask request, IServerStreamWriter<Answer> responseStream, ServerCallContext context)
    {
        await Begin(context);
        await Give(request, responseStream, context);
    }

    public override async Task Converse(
        IAsyncStreamReader<Ask> requestStream, IServerStreamWriter<Answer> responseStream, ServerCallContext context)
    {
        await Begin(context);
        await foreach (var request in requestStream.ReadAllAsync())
            await Give(request, responseStream, context);
    }

    private static async Task Give(Ask request, IServerStreamWriter<Answer> replies, ServerCallContext context)
    {
        Check(request, context);
        foreach (var wanted in request.Wanted)
        {
            replies.WriteOptions = Packed(wanted);
            await replies.WriteAsync(Reply(wanted));
        }
    }

    private static Task Begin(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValueBytes(Call.TrailingKey) is { } trailing)
            context.ResponseTrailers.Add(Call.TrailingKey, trailing);
        return context.RequestHeaders.GetValue(Call.InitialKey) is { } initial
            ? context.WriteResponseHeadersAsync(new Metadata { { Call.InitialKey, initial } })
            : Task.CompletedTask;
    }

    private static void Check(Ask request, ServerCallContext context)
    {
        if (request.MustBePacked && context.GetHttpContext().Request.Headers.GrpcEncoding != "gzip")
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The message should be packed."));
        if (request.Ending is { } ending)
            throw new RpcException(
                new Status((StatusCode)ending.Code, ending.Message),
                new Metadata { { Call.DetailsKey, ending.Details.ToByteArray() } });
    }

    private static Answer Reply(Wanted wanted) => new() { Body = ByteString.CopyFrom(new byte[wanted.Size]) };

    private static WriteOptions Packed(Wanted wanted) => new(wanted.Packed ? WriteFlags.None : WriteFlags.NoCompress);
}
