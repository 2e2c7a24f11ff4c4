using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NaraVard.Conventions.Tests.Attacks;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Rules;

/// <summary>Rules over what every RPC answers when it is called as JSON.</summary>
[Collection(OneSuite.Name)]
public sealed partial class AnswerTests(RunningSuite suite)
{
    private const Way Door = Way.JsonAtGateway;

    [Fact]
    public async Task DOT_04_Every_time_is_answered_in_UTC()
    {
        var times = 0;
        foreach (var route in suite.Routes.Where(route => !route.IsStream))
            foreach (var text in Texts((await Ask(route)).Json).Where(text => Time().IsMatch(text)))
            {
                times++;
                Assert.EndsWith("Z", text, StringComparison.Ordinal);
            }

        Assert.True(times > 0);
    }

    [Fact]
    public async Task DOT_01_A_time_is_taken_in_any_zone()
    {
        var tried = 0;
        foreach (var route in suite.Routes.Where(route => route.Http.Body.Length > 0))
        {
            var request = await Table.Of(route).Request(suite);
            var zoned = JsonNode.Parse(InUtc().Replace(
                request.ToJsonString(), time => InStockholm(time.Groups[1].Value)))!;
            if (JsonNode.DeepEquals(zoned, request))
                continue;
            tried++;
            var answer = await suite.Exchange.Send(
                suite.Exchange.Call(route, zoned.AsObject(), Table.Of(route).Caller), Door);
            Assert.True(answer.IsDone, $"{route}: {answer}");
            Assert.DoesNotContain("+01:00", answer.Text, StringComparison.Ordinal);
        }

        Assert.True(tried > 0);
    }

    [Fact]
    public async Task A_request_id_comes_back_and_one_that_cannot_be_kept_is_replaced()
    {
        foreach (var route in suite.Routes)
        {
            var call = await Rightful(route) with { RequestId = suite.Exchange.NewId() };

            Assert.Equal(call.RequestId, (await suite.Exchange.Send(call, Door)).Headers["x-request-id"]);
        }

        var odd = await Rightful(suite.Routes[0]) with { RequestId = "<script>" };
        Assert.Matches("^[0-9a-f]{32}$", (await suite.Exchange.Send(odd, Door)).Headers["x-request-id"]);
    }

    [Fact]
    public async Task A_page_has_the_five_members_and_as_many_rows_as_it_says()
    {
        foreach (var route in suite.Routes.Where(
            route => route.Rpc.OutputType.FindFieldByName("meta") is not null && route.Http.Verb == "GET"))
        {
            var answer = (await Ask(route, ("limit", 1), ("page", 1))).Json.AsObject();

            Assert.Equal(["page", "limit", "count", "totalRecords", "totalPages"],
                answer["_meta"]!.AsObject().Select(member => member.Key));
            Assert.Equal((1, 1),
                (answer["_meta"]!["page"]!.GetValue<int>(), answer["_meta"]!["limit"]!.GetValue<int>()));
            Assert.Equal(answer["_meta"]!["count"]!.GetValue<int>(),
                answer.First(member => member.Value is JsonArray).Value!.AsArray().Count);
        }
    }

    [Fact]
    public async Task What_is_created_answers_201_where_it_is_and_its_version()
    {
        foreach (var route in suite.Routes.Where(route => route.Rest.CreatedLocation.Length > 0))
        {
            var call = await Rightful(route);
            var created = await suite.Exchange.Send(call, Door);
            var again = await suite.Exchange.Send(call, Door);
            var location = new Uri(suite.Exchange.Address(Door), created.Headers["Location"]);
            var there = await suite.Exchange.Send(HttpMethod.Get, location, call.Authorization!["Bearer ".Length..]);

            Assert.Equal((201, 201), (created.Http, again.Http));
            Assert.Equal(created.Text, again.Text);
            Assert.Equal(created.Headers["ETag"], again.Headers["ETag"]);
            Assert.Equal((200, created.Headers["ETag"]), (there.Http, there.Headers["ETag"]));
        }
    }

    [Fact]
    public async Task Other_content_under_an_id_that_is_taken_names_what_exists()
    {
        foreach (var route in suite.Routes.Where(route => route.Rest.CreatedLocation.Length > 0))
        {
            var row = Table.Of(route);
            var existing = await row.Existing(suite);
            var other = (await row.Request(suite)).With(row.IdField, existing[row.IdField]);
            var answer = await suite.Exchange.Send(suite.Exchange.Call(route, other, row.Caller), Door);

            Assert.Equal(409, answer.Http);
            Assert.Equal(existing[row.IdField]!.ToString(), answer.Json["existingId"]?.ToString());
        }
    }

    [Fact]
    public async Task A_write_for_another_version_answers_412_with_the_current_one_and_changes_nothing()
    {
        var writes = suite.Routes.Where(route => route.Writes && route.PathFields.Any()).ToList();
        foreach (var route in writes)
        {
            var call = await Rightful(route);
            var before = await suite.Witness.State();
            var stale = await suite.Exchange.Send(call.With("If-Match", "\"4711\""), Door);
            var odd = await suite.Exchange.Send(call.With("If-Match", "\"x\""), Door);

            Assert.Equal((412, "version-mismatch"), (stale.Http, stale.Code));
            Assert.Equal((400, "if-match"), (odd.Http, Assert.Single(odd.Violations)));
            Assert.Equal(before, await suite.Witness.State());
            var current = await suite.Exchange.Send(
                call.With("If-Match", $"\"{stale.Json["currentVersion"]}\""), Door);
            Assert.True(current.IsDone, $"{route}: {current}");
            Assert.Equal($"\"{current.Json["version"]}\"", current.Headers["ETag"]);
        }

        Assert.NotEmpty(writes);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_request_is_told_at_once()
    {
        foreach (var target in (await suite.Targets.Value).Where(target => target.Way == Door))
        {
            var request = Inputs.WrongType(target).Aggregate(
                target.Request, (all, blow) => Fields.Of(target.Route.Rpc.InputType)
                    .Single(field => field.Path == blow.Refused.Field) is var field && field.IsTop
                    ? field.In(all, Value(blow.Call.Request, field.Path)) : all);
            var wrong = Inputs.WrongType(target).Select(blow => blow.Refused.Field!)
                .Where(path => !path.Contains('.', StringComparison.Ordinal)).ToHashSet();
            var answer = await suite.Exchange.Send(target.Rightful with { Request = request }, Door);

            Assert.Superset(wrong, answer.Violations.Select(field => field.Split('[')[0]).ToHashSet());
        }
    }

    [Fact]
    public async Task Every_allowed_action_is_a_sub_resource_that_a_route_has()
    {
        var last = suite.Routes.Where(route => route.Writes || route.Http.Verb == "POST")
            .Select(route => route.Http.Path.Segments[^1].Text).ToHashSet();
        var told = new HashSet<string>();
        foreach (var route in suite.Routes.Where(
            route => route.Rpc.OutputType.FindFieldByName("allowed_actions") is not null))
            foreach (var action in (await Ask(route)).Json["allowedActions"]!.AsArray())
            {
                told.Add(action!["action"]!.GetValue<string>());
                Assert.Equal(action["allowed"]!.GetValue<bool>(), action["code"]!.GetValue<string>().Length == 0);
                Assert.Equal(action["allowed"]!.GetValue<bool>(), action["reason"]!.GetValue<string>().Length == 0);
            }

        Assert.NotEmpty(told);
        Assert.Subset(last, told);
    }

    [Fact]
    public async Task Errors_are_in_Swedish_or_in_English_as_the_caller_wants()
    {
        var call = await Rightful(suite.Routes[0]) with { Authorization = null };

        var swedish = await suite.Exchange.Send(call, Door);
        var english = await suite.Exchange.Send(call.With("Accept-Language", "en"), Door);

        Assert.Equal(("sv", "en"), (swedish.Headers["Content-Language"], english.Headers["Content-Language"]));
        Assert.NotEqual(swedish.Json["detail"]!.ToString(), english.Json["detail"]!.ToString());
    }

    private static JsonNode? Value(JsonObject request, string name) => request[name]?.DeepClone();

    private async Task<Call> Rightful(Route route)
    {
        var row = Table.Of(route);
        return suite.Exchange.Call(route, await row.Request(suite), row.Caller);
    }

    private async Task<Answer> Ask(Route route, params (string Name, int Value)[] changes)
    {
        var call = await Rightful(route);
        foreach (var (name, value) in changes)
            call.Request[name] = value;
        var answer = await suite.Exchange.Send(call, Door);
        Assert.True(answer.IsDone, $"{route}: {answer}");
        return answer;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray elements => elements.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static string InStockholm(string time) =>
        DateTimeOffset.Parse(time, null).ToOffset(TimeSpan.FromHours(1)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", null);

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T")]
    private static partial Regex Time();

    [GeneratedRegex(@"(\d{4}-\d{2}-\d{2}T[0-9:]{8}Z)")]
    private static partial Regex InUtc();
}
