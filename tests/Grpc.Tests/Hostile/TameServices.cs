using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Transcoding.V1;
using Status = Grpc.Core.Status;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>Answers what it is asked, never waits and never fails by itself: other failures are the server's.</summary>
internal sealed class TameService : TestService.TestServiceBase
{
    /// <summary>The most replies that one call asks for.</summary>
    public const int RepliesMax = 8;

    public override Task<SayReply> Say(SayRequest request, ServerCallContext context)
    {
        Heed(request.Failure, context);
        return Task.FromResult(Reply(request));
    }

    public override async Task<SayReply> Collect(
        IAsyncStreamReader<SayRequest> requestStream, ServerCallContext context)
    {
        var count = 0;
        await foreach (var request in requestStream.ReadAllAsync())
        {
            Heed(request.Failure, context);
            count++;
        }
        return new SayReply { Number = count };
    }

    public override async Task Repeat(
        RepeatRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < Replies(request); i++)
            await responseStream.WriteAsync(new SayReply { Text = request.Text, Number = i });
        Heed(request.Failure, context);
    }

    public override async Task Chat(
        IAsyncStreamReader<SayRequest> requestStream,
        IServerStreamWriter<SayReply> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync())
        {
            Heed(request.Failure, context);
            await responseStream.WriteAsync(Reply(request));
        }
    }

    public static SayReply Reply(SayRequest request) =>
        new() { Text = request.Text, Payload = request.Payload, Number = request.Number };

    public static int Replies(RepeatRequest request) => Math.Clamp(request.Count, 0, RepliesMax);

    private static void Heed(Failure? failure, ServerCallContext context)
    {
        foreach (var header in context.RequestHeaders)
            if (header.Key.StartsWith("echo-", StringComparison.Ordinal)
                && context.ResponseTrailers.All(trailer => trailer.Key != header.Key))
                context.ResponseTrailers.Add(header);
        if (failure is { Code: > 0 and <= 16 })
            throw new RpcException(new Status((StatusCode)failure.Code, failure.Message));
    }
}

/// <summary>Gives back what it was sent.</summary>
internal sealed class TameKinds : KindsService.KindsServiceBase
{
    public override Task<Kinds> Echo(Kinds request, ServerCallContext context) => Task.FromResult(request);

    public override Task<QueryKinds> Query(QueryKinds request, ServerCallContext context) => Task.FromResult(request);
}

/// <summary>Gives back what it was sent.</summary>
internal sealed class TameVisits : VisitsService.VisitsServiceBase
{
    /// <summary>Changes that a watcher is told before the end.</summary>
    public const int Changes = 3;

    public override Task<Visit> BookVisit(BookVisitRequest request, ServerCallContext context) =>
        Task.FromResult(request.Visit ?? new());

    public override Task<Visit> GetVisit(GetVisitRequest request, ServerCallContext context) =>
        Task.FromResult(new Visit { VisitId = request.VisitId });

    public override Task<ListVisitsResponse> ListVisits(ListVisitsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListVisitsResponse { Meta = new() { Page = request.Page } });

    public override Task<ReplaceVisitResponse> ReplaceVisit(ReplaceVisitRequest request, ServerCallContext context) =>
        Task.FromResult(new ReplaceVisitResponse { Visit = request.Visit });

    public override Task<Visit> MoveVisit(MoveVisitRequest request, ServerCallContext context) =>
        Task.FromResult(new Visit { VisitId = request.VisitId, Start = request.To });

    public override Task<Empty> DeleteVisit(DeleteVisitRequest request, ServerCallContext context) =>
        Task.FromResult(new Empty());

    public override async Task WatchVisits(
        WatchVisitsRequest request, IServerStreamWriter<VisitChange> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < Changes; i++)
            await responseStream.WriteAsync(
                new() { Cursor = request.Cursor, Visit = new() { VisitId = request.Unit } });
    }
}
