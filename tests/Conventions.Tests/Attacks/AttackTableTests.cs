using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>
/// Every attack on every RPC that the running services have, by gRPC and as JSON, through the gateway and straight at
/// the service. A new RPC is in the table by existing.
/// </summary>
[Collection(OneSuite.Name)]
public sealed class AttackTableTests(RunningSuite suite)
{
    private static readonly Dictionary<string, Func<Target, IEnumerable<Blow>>> Attacks = new()
    {
        ["no token"] = Tokens.NoToken,
        ["expired token"] = Tokens.Expired,
        ["token from tomorrow"] = Tokens.NotYetValid,
        ["wrong issuer"] = Tokens.WrongIssuer,
        ["wrong audience"] = Tokens.WrongAudience,
        ["tampered token"] = Tokens.Tampered,
        ["another algorithm"] = Tokens.AnotherAlgorithm,
        ["other role"] = Tokens.OtherRole,
        ["no organisation"] = Tokens.NoOrganisation,
        ["nobody acts"] = Tokens.NobodyActs,
        ["over-long field"] = Inputs.OverLongField,
        ["number out of range"] = Inputs.OutOfRange,
        ["unknown code"] = Inputs.UnknownCode,
        ["wrong type"] = Inputs.WrongType,
        ["unknown field"] = Inputs.UnknownField,
        ["broken body"] = Inputs.Broken,
        ["over-long body"] = Inputs.OverLongBody,
        ["over-long header"] = Inputs.OverLongHeader,
        ["over-long query"] = Inputs.OverLongQuery,
        ["over-long idempotency key"] = Inputs.OverLongKey,
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Fact]
    public void Every_rpc_has_a_row_and_every_row_an_rpc()
    {
        var routes = suite.Routes.Select(route => route.Name).ToHashSet();

        Assert.NotEmpty(routes);
        Assert.All(suite.Routes, route => Assert.NotNull(Table.Find(route)));
        Assert.Superset(Table.Names.ToHashSet(), routes);
    }

    [Fact]
    public async Task Every_row_is_answered_so_that_a_refusal_is_for_the_attack_alone()
    {
        var faults = new List<string>();
        foreach (var way in Enum.GetValues<Way>())
            foreach (var route in suite.Routes.Where(route => Battle.IsServed(suite, route, way)))
            {
                var row = Table.Of(route);
                var call = suite.Exchange.Call(route, await row.Request(suite), row.Caller);
                var answer = await suite.Exchange.Send(call, way);
                if (!answer.IsDone)
                    faults.Add($"{route} {way}: {answer} {answer.Text}");
            }

        None(faults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused_changes_nothing_and_tells_nothing(string attack)
    {
        var battle = new Battle(suite, await suite.Targets.Value);

        var faults = await battle.Fight(Attacks[attack]);

        Assert.True(battle.Blows > 0);
        None(faults);
    }

    [Fact]
    public async Task What_is_not_yours_answers_byte_for_byte_as_what_is_not_there() =>
        None(await Strangers.Compare(suite));

    [Fact]
    public async Task Who_is_answered_with_ones_own_sees_nothing_of_others() =>
        None(await Strangers.Look(suite));

    [Fact]
    public async Task A_key_that_was_used_for_one_request_is_refused_for_another() =>
        None(await Replays.Try(suite));

    private static void None(IReadOnlyList<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(60))}");
}
