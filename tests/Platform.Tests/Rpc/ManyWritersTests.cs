using Grpc.Core;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Proto = NaraVard.Contracts.Sample.V1;

namespace NaraVard.Platform.Tests.Rpc;

/// <summary>Over twice as many writers at the same time as connections.</summary>
public class ManyWritersTests(ManyWritersTests.FewConnections service) : IClassFixture<ManyWritersTests.FewConnections>
{
    [Fact]
    public async Task Log_and_save_though_each_holds_a_connection_while_it_waits_for_the_log()
    {
        var eva = new Proto.SampleService.SampleServiceClient(service.Rpc(TestUser.ErStaff()));
        var person = new PersonKey(Guid.CreateVersion7());

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => eva.WriteItemAsync(
            new() { Id = $"many-{i}", Person = person.ToString(), Note = "hej" },
            new Metadata { { "idempotency-key", $"many-writers-{i}" } }).ResponseAsync));

        Assert.Equal(12, (await service.LogOf(person)).Count);
        Assert.Equal(12, await service.Database.Ask<long>("select count(*) from items"));
    }

    public sealed class FewConnections : SampleFixture
    {
        protected override Dictionary<string, string> Settings() => new() { ["Database:ConnectionsMax"] = "5" };
    }
}
