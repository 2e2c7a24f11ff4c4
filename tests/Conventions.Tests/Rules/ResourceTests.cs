using Google.Protobuf.Reflection;
using NaraVard.Api.V1;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Rules;

/// <summary>Rules over the shape of what is sent and answered, found by walking the contracts.</summary>
[Collection(OneSuite.Name)]
public sealed class ResourceTests(RunningSuite suite)
{
    /// <summary>Answered as a whole, and why.</summary>
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["ListCodes"] = "closed lists that only a release or the settings change; a client needs all of them",
        ["ListDesks"] = "at most one a kommun, from the settings; a client needs all of them to choose one",
    };

    /// <summary>What the product has not yet: issue 3's report names it.</summary>
    private static readonly string[] WithoutFeed = ["SentHandoff"];

    [Fact]
    public void FNS_07_08_09_Every_list_has_pages_or_is_a_feed_with_a_cursor()
    {
        var lists = suite.Routes.Where(route => route.Rpc.Name.StartsWith("List", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists.Where(route => !Whole.ContainsKey(route.Rpc.Name)),
            route => Assert.True(HasPages(route) || IsFeed(route), route.Name));
    }

    [Fact]
    public void Every_page_says_where_it_lies_in_meta() =>
        Assert.All(suite.Routes.Where(route => Has(route.Rpc.InputType, "page")), route =>
        {
            Assert.True(HasPages(route), route.Name);
            Assert.Equal("_meta", route.Rpc.OutputType.FindFieldByName("meta").JsonName);
        });

    [Fact]
    public void Every_resource_that_changes_says_its_version()
    {
        var resources = Resources().ToList();

        Assert.NotEmpty(resources);
        Assert.All(resources, resource => Assert.Equal(
            FieldType.Int64, resource.FindFieldByName("version")?.FieldType));
    }

    [Fact]
    public void Every_resource_that_changes_has_a_feed_of_changes_with_tombstones()
    {
        var fed = suite.Routes.Where(IsFeed).SelectMany(route => Elements(route.Rpc.OutputType))
            .Where(change => Has(change, "is_removed"))
            .SelectMany(change => change.Fields.InDeclarationOrder())
            .Where(field => field.FieldType == FieldType.Message).Select(field => field.MessageType.Name).ToHashSet();

        Assert.Equal(WithoutFeed, Resources().Select(resource => resource.Name).Where(name => !fed.Contains(name)));
    }

    [Fact]
    public void Whoever_works_with_a_resource_is_told_what_may_be_done_with_it() =>
        Assert.All(Resources(), resource =>
        {
            var actions = resource.FindFieldByName("allowed_actions");
            Assert.True(actions is { IsRepeated: true } && actions.MessageType == AllowedAction.Descriptor,
                resource.Name);
        });

    [Fact]
    public void An_allowed_action_has_its_four_members() => Assert.Equal(
        ["action", "allowed", "code", "reason"],
        AllowedAction.Descriptor.Fields.InDeclarationOrder().Select(field => field.JsonName));

    [Fact]
    public void Every_service_has_one_address_for_its_code_lists() =>
        Assert.All(suite.Databases.Keys, service => Assert.Single(suite.Routes,
            route => route.Http.Path.Text == $"/{service}/v1/codes" && route.Http.Verb == "GET"));

    [Fact]
    public void Every_write_to_what_exists_promises_to_look_at_the_version() =>
        Assert.All(suite.Routes.Where(route => route.Writes && route.PathFields.Any()),
            route => Assert.Contains("version-mismatch", route.Rest.ErrorCodes));

    private static bool HasPages(Route route) =>
        Has(route.Rpc.InputType, "limit") && Has(route.Rpc.InputType, "page")
        && route.Rpc.OutputType.FindFieldByName("meta")?.MessageType == PageMeta.Descriptor;

    private static bool IsFeed(Route route) =>
        Has(route.Rpc.InputType, "limit") && Has(route.Rpc.InputType, "cursor")
        && Has(route.Rpc.OutputType, "next_cursor") && Has(route.Rpc.OutputType, "has_more");

    private static bool Has(MessageDescriptor message, string field) => message.FindFieldByName(field) is not null;

    private static IEnumerable<MessageDescriptor> Elements(MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Where(field => field.IsRepeated && field.FieldType == FieldType.Message)
            .Select(field => field.MessageType);

    /// <summary>What people read by an id and change by an action below it.</summary>
    private IEnumerable<MessageDescriptor> Resources() => suite.Routes
        .Where(route => route.Http.Verb == "GET" && route.Persons is not null && !route.IsStream
            && route.Http.Path.Segments is [.., { IsVariable: true }])
        .Select(route => route.Rpc.OutputType).Distinct();
}
