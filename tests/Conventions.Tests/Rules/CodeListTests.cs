using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using NaraVard.Api.V1;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Rules;

/// <summary>Rules over the code lists that each service answers at one address.</summary>
[Collection(OneSuite.Name)]
public sealed class CodeListTests(RunningSuite suite)
{
    [Fact]
    public async Task Every_code_has_a_Swedish_and_an_English_name_and_says_whether_it_is_deprecated()
    {
        foreach (var entry in (await Lists()).SelectMany(list => list["entries"]!.AsArray()))
        {
            Assert.NotEqual("", entry!["code"]!.GetValue<string>());
            Assert.NotEqual("", entry["sv"]!.GetValue<string>());
            Assert.NotEqual("", entry["en"]!.GetValue<string>());
            Assert.NotNull(entry["deprecated"]);
            foreach (var day in new[] { "validFrom", "validTo" })
                Assert.True(entry[day] is null || DateOnly.TryParseExact(entry[day]!.GetValue<string>(), "O", out _));
        }
    }

    [Fact]
    public async Task Every_value_of_every_coded_field_is_in_a_list()
    {
        var codes = (await Lists()).SelectMany(list => list["entries"]!.AsArray())
            .Select(entry => entry!["code"]!.GetValue<string>()).ToHashSet();
        var values = suite.Routes.Where(IsOfAService)
            .SelectMany(route => new[] { route.Rpc.InputType, route.Rpc.OutputType })
            .SelectMany(message => Enums(message, [])).Distinct().SelectMany(type => type.Values)
            .Where(value => value.Number != 0).Select(value => value.Name).ToHashSet();

        Assert.NotEmpty(values);
        Assert.Empty(values.Except(codes).Order());
    }

    [Fact]
    public async Task Every_list_is_named_in_kebab_case_and_holds_something()
    {
        foreach (var list in await Lists())
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", list["name"]!.GetValue<string>());
            Assert.NotEmpty(list["entries"]!.AsArray());
        }
    }

    private bool IsOfAService(Route route) =>
        suite.Databases.Keys.Any(service => route.Rpc.File.Package == $"naravard.{service}.v1");

    // The shared parts, such as code lists themselves, have no codes of a service.
    private static IEnumerable<EnumDescriptor> Enums(MessageDescriptor message, HashSet<MessageDescriptor> seen)
    {
        if (!seen.Add(message) || message.File == CodeEntry.Descriptor.File)
            return [];
        var fields = message.Fields.InDeclarationOrder();
        return
        [
            .. fields.Where(field => field.FieldType == FieldType.Enum).Select(field => field.EnumType),
            .. fields.Where(field => field.FieldType == FieldType.Message)
                .SelectMany(field => Enums(field.MessageType, seen)),
        ];
    }

    private async Task<IReadOnlyList<JsonNode>> Lists()
    {
        var lists = new List<JsonNode>();
        foreach (var route in suite.Routes.Where(
            route => route.Http.Path.Text.EndsWith("/codes", StringComparison.Ordinal)))
        {
            var call = suite.Exchange.Call(route, new JsonObject(), Table.Of(route).Caller);
            lists.AddRange((await suite.Exchange.Send(call, Way.JsonAtGateway)).Json["lists"]!.AsArray()
                .Select(list => list!));
        }

        return lists;
    }
}
