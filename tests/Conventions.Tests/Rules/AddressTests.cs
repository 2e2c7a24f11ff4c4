using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Rules;

/// <summary>Rules over every address, found by walking the contracts of the running services.</summary>
[Collection(OneSuite.Name)]
public sealed partial class AddressTests(RunningSuite suite)
{
    private static readonly string[] AboutPersons =
        ["person", "personnummer", "pnr", "ssn", "number", "national", "identity", "name", "phone", "address", "birth"];

    private static readonly string[] Paging = ["limit", "page", "cursor"];

    [Fact]
    public void UFN_01_VER_05_An_address_is_the_service_its_major_version_and_a_resource() =>
        Assert.All(suite.Routes, route => Assert.Contains(suite.Databases.Keys, service => Address().IsMatch(
            route.Http.Path.Text.Replace("{service}", service, StringComparison.Ordinal))));

    [Fact]
    public void UFN_07_08_09_A_path_has_lower_case_and_hyphens_and_no_underscore_and_no_file_ending() =>
        Assert.All(suite.Routes.SelectMany(Literals), part => Assert.Matches(Word(), part));

    [Fact]
    public void RES_06_An_action_is_a_resource_and_no_verb_stands_after_a_colon()
    {
        Assert.All(suite.Routes, route => Assert.DoesNotContain(':', route.Http.Path.Text));
        Assert.All(suite.Routes.Where(route => route.Http.Verb == "POST"),
            route => Assert.EndsWith("s", Literals(route).Last(), StringComparison.Ordinal));
    }

    [Fact]
    public void RES_02_Nothing_about_a_person_stands_in_a_path_or_query() =>
        Assert.All(suite.Routes, route => Assert.DoesNotContain(InAddress(route), field => AboutPersons.Any(
            word => field.Name.Split('_').Contains(word))));

    [Fact]
    public void Who_is_looked_up_by_a_field_about_a_person_is_looked_up_by_POST() =>
        Assert.All(suite.Routes.Where(route => route.Rpc.InputType.Fields.InDeclarationOrder()
            .Any(field => field.Name.Contains("person", StringComparison.Ordinal))),
            route => Assert.Equal(("POST", "*"), (route.Http.Verb, route.Http.Body)));

    [Fact]
    public void FOR_02_A_GET_takes_no_body_and_changes_nothing()
    {
        var reads = suite.Routes.Where(route => route.Http.Verb == "GET").ToList();

        Assert.NotEmpty(reads);
        Assert.All(reads, route => Assert.Equal(("", false), (route.Http.Body, route.Writes)));
    }

    [Fact]
    public void FNS_01_03_05_Lists_name_paging_and_filters_alike()
    {
        var lists = suite.Routes.Where(route => route.Rpc.Name.StartsWith("List", StringComparison.Ordinal)).ToList();
        var kinds = lists.SelectMany(InAddress).Where(field => !Paging.Contains(field.Name))
            .GroupBy(field => field.Name).Select(same => (
                same.Key, same.Select(field => (field.FieldType, field.IsRepeated)).Distinct().Count()));

        Assert.All(lists.SelectMany(InAddress), field => Assert.DoesNotMatch("offset|size|per_page|token", field.Name));
        Assert.All(kinds, kind => Assert.Equal(1, kind.Item2));
    }

    private static IEnumerable<string> Literals(Route route) =>
        route.Http.Path.Segments.Where(segment => !segment.IsVariable).Select(segment => segment.Text);

    private static IEnumerable<FieldDescriptor> InAddress(Route route) =>
        route.Rpc.InputType.Fields.InDeclarationOrder().Where(
            field => route.Http.Body.Length == 0 || route.PathFields.Contains(field.Name));

    [GeneratedRegex(@"\A/[a-z][a-z0-9]*/v[1-9][0-9]*(/([a-z0-9-]+|\{[a-z_]+\}))+\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Word();
}
