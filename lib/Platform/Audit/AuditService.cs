using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;
using Proto = NaraVard.Contracts.Audit.V1;

namespace NaraVard.Platform.Audit;

/// <summary>The access logs of the services in this process, for whoever follows them up.</summary>
[Authorize(Roles = Roles.LogAuditor)]
internal sealed class AuditService(
    ServiceNames names, PersonKeys keys, Caller caller, AccessTrail trail, TimeProvider clock,
    IServiceProvider services)
    : Proto.AuditService.AuditServiceBase
{
    private const string ResourceType = "access-log";

    [NoPersonData("says whether rows are as written, not what they say")]
    public override async Task<Proto.VerifyAccessLogResponse> VerifyAccessLog(
        Proto.VerifyAccessLogRequest request, ServerCallContext context)
    {
        var log = Log(request.Service, context);
        var anchor = Wire.Anchor(request.Anchor);
        return Wire.Verification(await log.Verify(anchor, context.CancellationToken));
    }

    [PersonData(Activity.Read)]
    public override async Task<Proto.ExtractAccessLogResponse> ExtractAccessLog(
        Proto.ExtractAccessLogRequest request, ServerCallContext context)
    {
        var log = Log(request.Service, context);
        var violations = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, violations);
        var number = violations.ParseNumber("personNumber", request.PersonNumber, clock);
        violations.ThrowIfAny();

        var person = keys.Of(number);
        trail.Touch(person, ResourceType, request.Service, caller.Organisation);
        var also = services.GetKeyedService<FindLoggedAs>(request.Service) is { } find
            ? await find(context.GetHttpContext().RequestServices, person, context.CancellationToken) : null;
        var rows = await log.ExtractFor(person, caller.Organisation, also, context.CancellationToken)
            .ToListAsync(context.CancellationToken);

        var reply = new Proto.ExtractAccessLogResponse();
        reply.Entries.AddRange(rows.Skip(paging.Skip).Take(paging.Limit).Select(Wire.Entry));
        reply.Meta = paging.Meta(reply.Entries.Count, rows.Count);
        return reply;
    }

    [PersonData(Activity.Read)]
    public override async Task<Proto.DrawSpotChecksResponse> DrawSpotChecks(
        Proto.DrawSpotChecksRequest request, ServerCallContext context)
    {
        var log = Log(request.Service, context);
        var violations = new Violations();
        var count = Paging.Most("count", request.Count, violations);
        if (request.From is null || request.Until is null || request.Until <= request.From)
            violations.Add("until", "empty-period", new("Perioden är tom.", "The period is empty."));
        violations.ThrowIfAny();

        var seed = request.HasSeed ? request.Seed : RandomNumberGenerator.GetInt32(int.MaxValue);
        var reply = new Proto.DrawSpotChecksResponse { Seed = seed };
        var rows = log.SpotChecks(
            count, request.From!.ToDateTimeOffset(), request.Until!.ToDateTimeOffset(), seed, caller.Organisation,
            context.CancellationToken);
        await foreach (var row in rows)
        {
            if (row.Entry.Person is { } person)
                trail.Touch(person, ResourceType, request.Service, caller.Organisation);
            reply.Entries.Add(Wire.Entry(row));
        }

        return reply;
    }

    private AccessLog Log(string service, ServerCallContext context)
    {
        if (!names.Has(service))
            throw new NotFound("service");
        context.GetHttpContext().Features.Set(new MeantService(service));
        return services.GetRequiredKeyedService<AccessLog>(service);
    }
}
