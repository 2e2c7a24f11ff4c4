using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;
using Proto = NaraVard.Contracts.Sample.V1;

namespace NaraVard.Platform.Tests.Sample;

internal sealed class SampleService(SampleDb db, AccessTrail trail, Caller caller, SampleHooks hooks)
    : Proto.SampleService.SampleServiceBase
{
    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.Item> ReadItem(Proto.ReadItemRequest request, ServerCallContext context)
    {
        await hooks.Run(request.Id);
        var item = await db.Items.FindAsync([request.Id], context.CancellationToken) ?? throw new NotFound("item");
        trail.Touch(item.Person, "item", item.Id, caller.Organisation);
        if (item.Note == "secret")
            throw new RuleViolation("item-is-secret", new("Hemligt.", "Secret."));
        return Wire(item);
    }

    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Item> WriteItem(Proto.WriteItemRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var id = violations.Required("id", request.Id);
        var person = violations.Parse<PersonKey>("person", request.Person);
        violations.ThrowIfAny();

        trail.Touch(person, "item", id, caller.Organisation);
        var item = await db.Items.FindAsync([id], context.CancellationToken);
        if (item is null)
            db.Add(item = new Item { Id = id, Person = person, Note = request.Note });
        else
        {
            Preconditions.Require(context, item.Version);
            item.Note = request.Note;
            item.Version++;
        }

        await db.SaveChangesAsync(context.CancellationToken);
        await hooks.Run(request.Note);
        return Wire(item);
    }

    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Read)]
    public override async Task WatchItems(
        Proto.WatchItemsRequest request, IServerStreamWriter<Proto.Item> responseStream, ServerCallContext context)
    {
        foreach (var id in request.Ids)
        {
            var item = await db.Items.SingleAsync(item => item.Id == id, context.CancellationToken);
            trail.Touch(item.Person, "item", item.Id, caller.Organisation);
            await responseStream.WriteAsync(Wire(item), context.CancellationToken);
            await hooks.Run("watched " + id);
        }
    }

    [Authorize(Roles = Roles.DeviceGateway)]
    [PersonData(Activity.Write, AllowsSystem = true)]
    public override Task<Proto.Item> DeliverItem(Proto.WriteItemRequest request, ServerCallContext context) =>
        WriteItem(request, context);

    [Authorize]
    [NoPersonData("a number")]
    public override async Task<Proto.CountItemsResponse> CountItems(
        Proto.CountItemsRequest request, ServerCallContext context)
    {
        await hooks.Run("count");
        return new() { Count = await db.Items.CountAsync(context.CancellationToken) };
    }

    private static Proto.Item Wire(Item item) => new() { Id = item.Id, Note = item.Note, Version = item.Version };
}
