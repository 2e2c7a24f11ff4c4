using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NaraVard.Grpc.Tests.Transcoding.V1;
using CoreStatus = Grpc.Core.Status;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>Answers what it is asked; names of units and visits say how it is to behave.</summary>
internal sealed class VisitsService(VisitsState state) : Transcoding.V1.VisitsService.VisitsServiceBase
{
    public override Task<Visit> BookVisit(BookVisitRequest request, ServerCallContext context) => request.Fail switch
    {
        "bug" => throw new InvalidTimeZoneException("secret text"),
        "busy" => throw Refusal(StatusCode.FailedPrecondition, "team-busy", "Team busy", "Teamet är upptaget"),
        "invalid" => throw Invalid(),
        "status" => Silent(context),
        _ => Task.FromResult(new Visit(request.Visit ?? new()) { Version = 1 }),
    };

    public override Task<Visit> GetVisit(GetVisitRequest request, ServerCallContext context)
    {
        (state.Method, state.Headers) = (context.Method, context.RequestHeaders);
        if (request.VisitId == "missing")
            throw new RpcException(new CoreStatus(StatusCode.NotFound, "No such visit"));
        return Task.FromResult(new Visit { VisitId = request.VisitId, Version = 3 });
    }

    public override Task<ListVisitsResponse> ListVisits(ListVisitsRequest request, ServerCallContext context)
    {
        state.Listed = request;
        return Task.FromResult(new ListVisitsResponse { Meta = new() { Page = request.Page, TotalRecords = 57 } });
    }

    public override Task<ReplaceVisitResponse> ReplaceVisit(ReplaceVisitRequest request, ServerCallContext context)
    {
        state.Replaced = request;
        if (context.RequestHeaders.GetValue("if-match") is { } match and not "\"3\"")
            throw Refusal(StatusCode.Aborted, "version-mismatch", $"Not {match}", "Ändrad", ("currentVersion", "3"));
        return Task.FromResult(new ReplaceVisitResponse { Visit = request.Visit, Version = 4 });
    }

    public override Task<Visit> MoveVisit(MoveVisitRequest request, ServerCallContext context) =>
        Task.FromResult(new Visit { VisitId = request.VisitId, Start = request.To });

    public override async Task<Empty> DeleteVisit(DeleteVisitRequest request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "x-deleted", request.VisitId } });
        return new();
    }

    public override async Task WatchVisits(
        WatchVisitsRequest request, IServerStreamWriter<VisitChange> responseStream, ServerCallContext context)
    {
        if (request.Unit == "refused")
            throw Refusal(StatusCode.PermissionDenied, "not-yours", "Not your unit", "Inte din enhet");
        var from = request.Cursor.Length == 0 ? 0 : int.Parse(request.Cursor, CultureInfo.InvariantCulture);
        var count = request.Unit is "silent" or "late" ? 0 : 2;
        for (var i = from + 1; i <= from + count; i++)
            await responseStream.WriteAsync(new()
            {
                Cursor = i.ToString(CultureInfo.InvariantCulture),
                Visit = new() { VisitId = "å\n" + i },
            });
        state.Streaming.TrySetResult();
        if (request.Unit is "deaf" or "late")
            await state.LetGo.Task;
        if (request.Unit is "breaks" or "late")
            throw Refusal(StatusCode.Unavailable, "register-down", "The register is down", "Registret är nere");
        if (request.Unit is "silent" or "open")
            await Wait(context);
    }

    private static Task<Visit> Silent(ServerCallContext context)
    {
        context.Status = new(StatusCode.ResourceExhausted, "Enough");
        return Task.FromResult(new Visit());
    }

    private async Task Wait(ServerCallContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            state.Cancelled.TrySetResult();
        }
    }

    private static RpcException Refusal(
        StatusCode code, string reason, string english, string swedish, params (string, string)[] facts)
    {
        var error = new ErrorInfo { Reason = reason, Domain = "naravard" };
        foreach (var (name, value) in facts)
            error.Metadata[name] = value;
        return Thrown(code, english, error, new LocalizedMessage { Locale = "sv", Message = swedish });
    }

    private static RpcException Invalid()
    {
        var first = new BadRequest.Types.FieldViolation
        {
            Field = "visit.start",
            Description = "Too early",
            Reason = "too-early",
            LocalizedMessage = new() { Locale = "sv", Message = "För tidigt" },
        };
        return Thrown(StatusCode.InvalidArgument, "Invalid", new BadRequest
        {
            FieldViolations =
            {
                first,
                new BadRequest.Types.FieldViolation { Field = "visit.needs[0]", Description = "Odd" },
            },
        });
    }

    private static RpcException Thrown(StatusCode code, string text, params IMessage[] details)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = text };
        status.Details.AddRange(details.Select(Any.Pack));
        return new(new CoreStatus(code, text), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }
}

/// <summary>What a test sees of the service and tells it.</summary>
internal sealed class VisitsState
{
    public string? Method { get; set; }

    public Metadata? Headers { get; set; }

    public ListVisitsRequest? Listed { get; set; }

    public ReplaceVisitRequest? Replaced { get; set; }

    public TaskCompletionSource Streaming { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Gives back what it was sent.</summary>
internal sealed class KindsService : Transcoding.V1.KindsService.KindsServiceBase
{
    public override Task<Kinds> Echo(Kinds request, ServerCallContext context) => Task.FromResult(request);

    public override Task<QueryKinds> Query(QueryKinds request, ServerCallContext context) => Task.FromResult(request);
}
