using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Access;
using NaraVard.Platform.Persons;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Sample;

/// <summary>The sample service, as it runs.</summary>
public class SampleFixture : ServiceFixture<SampleModule, SampleDb>
{
    internal SampleHooks Hooks => Services.GetRequiredService<SampleHooks>();

    /// <summary>An item of a new person, written straight to the database.</summary>
    public async Task<(string Id, PersonKey Person)> Item(string note = "hej")
    {
        var (id, person) = ("i-" + Guid.CreateVersion7().ToString("N"), new PersonKey(Guid.CreateVersion7()));
        await Database.Execute($"insert into items values ('{id}', '{person.Value}', '{note}', 1)");
        return (id, person);
    }

    /// <summary>What the access log says about a person.</summary>
    public async Task<List<AccessEntry>> LogOf(PersonKey person) =>
        [.. (await AccessLog.ExtractFor(person).ToListAsync()).Select(row => row.Entry)];

    /// <summary>What the access log says about a request.</summary>
    public async Task<List<AccessEntry>> LogOfRequest(string requestId)
    {
        var people = await Database.AskAll<long>(
            $"select position from platform.access_log where request_id = '{requestId}' order by position");
        var rows = await AccessLog.SpotChecks(
            10_000, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1), 1).ToListAsync();
        var wanted = rows.Where(row => people.Contains(row.Position)).OrderBy(row => row.Position);
        return [.. wanted.Select(row => row.Entry)];
    }

    /// <summary>The answer as JSON.</summary>
    public static async Task<JsonNode> Body(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
}
