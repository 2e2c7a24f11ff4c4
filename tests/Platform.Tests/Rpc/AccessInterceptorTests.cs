using Grpc.Core;
using NaraVard.Platform.Access;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Proto = NaraVard.Contracts.Sample.V1;

namespace NaraVard.Platform.Tests.Rpc;

public class AccessInterceptorTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    private Proto.SampleService.SampleServiceClient Eva => new(service.Rpc(TestUser.ErStaff()));

    [Fact]
    public async Task Logs_a_read_with_every_field_before_the_answer_leaves()
    {
        var (id, person) = await service.Item();

        await Eva.ReadItemAsync(new() { Id = id }, new Metadata { { "x-request-id", "request-of-eva" } });

        var entry = Assert.Single(await service.LogOf(person));
        Assert.Equal(
            new AccessEntry
            {
                At = service.Clock.GetUtcNow(),
                IsAllowed = true,
                Activity = Activity.Read,
                Method = "/naravard.sample.v1.SampleService/ReadItem",
                Purpose = "Vård och behandling",
                Subject = "u-eva",
                HsaId = "SE9900000176-101",
                UserName = "Eva Sandgren",
                UserTitle = "Sjuksköterska",
                Unit = "SE9900000176-CSKAKUT",
                Caregiver = "SE9900000176-VG",
                Organisation = "region:17",
                Client = "er-system",
                ResourceType = "item",
                ResourceId = id,
                ResourceOwner = "region:17",
                Person = person,
                RequestId = "request-of-eva",
            },
            entry with { TraceId = null });
    }

    [Fact]
    public async Task Logs_a_write_as_a_write()
    {
        var (id, person) = await service.Item();

        await Eva.WriteItemAsync(new() { Id = id, Person = person.ToString(), Note = "ny" });

        Assert.Equal(Activity.Write, Assert.Single(await service.LogOf(person)).Activity);
    }

    [Fact]
    public async Task Logs_a_refusal_with_its_code_and_whom_it_was_about()
    {
        var (id, person) = await service.Item("secret");

        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await Eva.ReadItemAsync(new() { Id = id }));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        var entry = Assert.Single(await service.LogOf(person));
        Assert.Equal((false, "item-is-secret"), (entry.IsAllowed, entry.Code));
    }

    [Fact]
    public async Task Logs_that_somebody_asked_for_what_is_not_there()
    {
        var headers = new Metadata { { "x-request-id", "request-for-none" } };
        await Assert.ThrowsAsync<RpcException>(async () => await Eva.ReadItemAsync(new() { Id = "none" }, headers));

        var entry = Assert.Single(await service.LogOfRequest("request-for-none"));
        Assert.Equal((false, "not-found", "u-eva"), (entry.IsAllowed, entry.Code, entry.Subject));
    }

    [Fact]
    public async Task Does_not_log_what_discloses_nobody()
    {
        await Eva.CountItemsAsync(new(), new Metadata { { "x-request-id", "request-count" } });

        Assert.Empty(await service.LogOfRequest("request-count"));
    }

    [Fact]
    public async Task Logs_each_person_of_a_stream_before_that_message_leaves_and_once()
    {
        var (one, two) = (await service.Item(), await service.Item());
        using var call = Eva.WatchItems(new() { Ids = { one.Id, two.Id, one.Id } });

        await call.ResponseStream.MoveNext(CancellationToken.None);
        Assert.Single(await service.LogOf(one.Person));

        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
        }

        Assert.Single(await service.LogOf(one.Person));
        Assert.Single(await service.LogOf(two.Person));
    }

    [Fact]
    public async Task Does_not_send_the_message_of_a_stream_whose_person_is_not_in_the_log()
    {
        var (one, two) = (await service.Item(), await service.Item());
        var isSecondLocked = new TaskCompletionSource();
        service.Hooks.On("watched " + one.Id, async () =>
        {
            await service.Database.Execute(Refuse(two.Person));
            isSecondLocked.SetResult();
        });
        using var call = Eva.WatchItems(new() { Ids = { one.Id, two.Id } });

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await isSecondLocked.Task;
        var fault = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.Internal, fault.StatusCode);
        Assert.Empty(await service.LogOf(two.Person));
        await service.Database.Execute($"alter table platform.access_log drop constraint c{two.Person}");
    }

    [Fact]
    public async Task Fails_the_request_when_the_log_cannot_be_written()
    {
        var (id, person) = await service.Item();
        await service.Database.Execute(Refuse(person));

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await Eva.ReadItemAsync(new() { Id = id }));

        Assert.Equal(StatusCode.Internal, fault.StatusCode);
        Assert.DoesNotContain("constraint", fault.Message, StringComparison.Ordinal);
        await service.Database.Execute($"alter table platform.access_log drop constraint c{person}");
    }

    [Fact]
    public async Task Changes_nothing_that_is_not_in_the_log()
    {
        var (id, person) = await service.Item("before");
        await service.Database.Execute(Refuse(person));

        await Assert.ThrowsAsync<RpcException>(async () => await Write(id, person, "after"));

        Assert.Equal("before", await service.Database.Ask<string>($"select note from items where id = '{id}'"));
        await service.Database.Execute($"alter table platform.access_log drop constraint c{person}");
    }

    [Fact]
    public async Task Logs_a_write_that_could_not_be_saved_as_tried_and_then_as_failed()
    {
        var (id, person) = await service.Item("before");
        await service.Database.Execute($"alter table items add constraint n{person} check (note <> '{id}')");

        await Assert.ThrowsAsync<RpcException>(async () => await Write(id, person, id));

        Assert.Equal(
            [(true, null), (false, "internal")],
            (await service.LogOf(person)).Select(entry => (entry.IsAllowed, entry.Code)));
        await service.Database.Execute($"alter table items drop constraint n{person}");
    }

    private async Task<Proto.Item> Write(string id, PersonKey person, string note) =>
        await Eva.WriteItemAsync(new() { Id = id, Person = person.ToString(), Note = note });

    private static string Refuse(PersonKey person) =>
        $"alter table platform.access_log add constraint c{person} check (person <> '{person.Value}')";
}
