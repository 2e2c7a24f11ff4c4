using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rpc;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Proto = NaraVard.Contracts.Sample.V1;

namespace NaraVard.Platform.Tests.Rpc;

public class IdempotencyTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Answers_a_retry_as_the_first_time_and_changes_nothing_again()
    {
        var (request, person, key) = Fresh();
        var first = await Write(request, key);

        var again = await Write(request, key);

        Assert.Equal(first, again);
        Assert.Equal(1, await VersionOf(request.Id));
        Assert.Equal(2, (await service.LogOf(person)).Count);
    }

    [Fact]
    public async Task Refuses_another_request_under_the_same_key()
    {
        var (request, _, key) = Fresh();
        await Write(request, key);

        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => Write(new(request) { Note = "something else" }, key));

        Assert.Equal(StatusCode.Aborted, refusal.StatusCode);
        Assert.Contains("idempotency-key-reused", Details(refusal), StringComparison.Ordinal);
        Assert.Equal(1, await VersionOf(request.Id));
    }

    [Fact]
    public async Task Lets_a_duplicate_wait_for_the_first_and_answers_both_alike()
    {
        var (request, _, key) = Fresh();
        var (inside, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.Hooks.On(request.Note, () =>
        {
            inside.TrySetResult();
            return goOn.Task;
        });

        var first = Write(request, key);
        await inside.Task;
        var duplicates = Enumerable.Range(0, 5).Select(_ => Write(request, key)).ToList();
        await Soon.Holds("the duplicates wait", async () => await Waiting() >= 5);
        goOn.SetResult();

        var answers = await Task.WhenAll(duplicates.Append(first));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(1, service.Hooks.Passed[request.Note]);
    }

    [Fact]
    public async Task Runs_again_after_a_failure_of_which_nothing_stayed()
    {
        var (request, _, key) = Fresh();
        var failures = 1;
        service.Hooks.On(request.Note, () =>
            Interlocked.Decrement(ref failures) == 0 ? throw new InvalidOperationException("x") : Task.CompletedTask);
        await Assert.ThrowsAsync<RpcException>(() => Write(request, key));
        Assert.Equal(0, await service.Database.Ask<long>($"select count(*) from items where id = '{request.Id}'"));

        var answer = await Write(request, key);

        Assert.Equal(1, answer.Version);
    }

    [Fact]
    public async Task Keeps_the_keys_of_callers_apart()
    {
        var (request, _, key) = Fresh();
        await Write(request, key);

        await Write(request, key, TestUser.ErStaff() with { Subject = "u-other" });

        Assert.Equal(2, await VersionOf(request.Id));
    }

    [Fact]
    public async Task Forgets_an_answer_when_its_time_is_over()
    {
        var (request, _, key) = Fresh();
        await Write(request, key);
        await service.Database.Execute(
            $"update platform.idempotency set expires = '{service.Clock.GetUtcNow():O}' where key = '{key}'");

        await service.Services.GetServices<AnswerSweeper>().Single().Sweep(CancellationToken.None);

        Assert.Empty(await service.Database.AskAll<string>(
            $"select key from platform.idempotency where key = '{key}'"));
        await Write(request, key);
        Assert.Equal(2, await VersionOf(request.Id));
    }

    [Fact]
    public async Task Refuses_a_key_that_is_too_short_to_be_unique()
    {
        var (request, _, _) = Fresh();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Write(request, "1"));

        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
    }

    private static (Proto.WriteItemRequest Request, PersonKey Person, string Key) Fresh()
    {
        var person = new PersonKey(Guid.CreateVersion7());
        var request = new Proto.WriteItemRequest
        {
            Id = "i-" + person,
            Person = person.ToString(),
            Note = "note-" + person,
        };
        return (request, person, "key-" + person);
    }

    private static string Details(RpcException refusal) => Google.Rpc.Status.Parser
        .ParseFrom(refusal.Trailers.GetValueBytes("grpc-status-details-bin")).Details[0]
        .Unpack<Google.Rpc.ErrorInfo>().Reason;

    private async Task<Proto.Item> Write(Proto.WriteItemRequest request, string key, TestUser? user = null)
    {
        var client = new Proto.SampleService.SampleServiceClient(service.Rpc(user ?? TestUser.ErStaff()));
        return await client.WriteItemAsync(request, new Metadata { { "idempotency-key", key } });
    }

    private Task<long> VersionOf(string id) =>
        service.Database.Ask<long>($"select version from items where id = '{id}'");

    private Task<long> Waiting() => service.Database.Ask<long>(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
}
