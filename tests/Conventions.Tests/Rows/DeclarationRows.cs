using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The RPCs of what units declare, and for each code of theirs a request that is refused with it.</summary>
internal static class DeclarationRows
{
    private static readonly TestUser Manager =
        People.In(Roles.UnitManager, "region:17") with { Unit = "SE9900000176-PAID" };

    private static readonly TestUser Stranger = Manager with { Organization = "region:18" };

    public static readonly IReadOnlyList<Row> All =
    [
        new("DeclarationService/DeclareRequirements", Manager, Declaration)
        {
            Strangers = [Stranger], IdField = "packageId",
        },
        new("DeclarationService/ListDeclarations", Manager, async suite =>
            CapitationStory.Only(await Declared(suite), "packageId").With("unit", Manager.Unit)
                .With("limit", 5).With("page", 1))
        {
            Strangers = [Stranger], IdField = "packageId",
        },
    ];

    public static IReadOnlyDictionary<string, Func<Task<Answer>>> Errors(RunningSuite suite) =>
        new Dictionary<string, Func<Task<Answer>>>
        {
            ["package-not-published"] = async () =>
            {
                var draft = await CapitationStory.Put(suite);
                return await Ask(suite, (await Declaration(suite)).With("packageId", draft["packageId"]));
            },
            ["declaration-id-taken"] = async () =>
            {
                var declared = await Declared(suite);
                declared["answers"]![0]!["comment"] = "Annat";
                return await Ask(suite, declared);
            },
            ["unit-not-asked"] = async () =>
            {
                const string none = "SE9900000176-NONE";
                return await Ask(suite, (await Declaration(suite)).With("unit", none), Manager with { Unit = none });
            },
        };

    /// <summary>A published package of two areas; what declares for it.</summary>
    private static async Task<JsonObject> Declaration(RunningSuite suite)
    {
        await CapitationStory.Clinic(suite);
        var draft = CapitationStory.Draft(CapitationStory.NewMonth());
        await CapitationStory.Put(suite, draft);
        await CapitationStory.Publish(suite, draft);
        return CapitationStory.Only(draft, "packageId").With("declarationId", $"{Guid.CreateVersion7()}")
            .With("unit", Manager.Unit).With("answers", JsonNode.Parse(
                """
                [
                  {"area": "REQUIREMENT_AREA_DISCHARGE_AND_SIP", "fulfilment": "FULFILMENT_MET", "comment": "Ja"},
                  {"area": "REQUIREMENT_AREA_PREMISES", "fulfilment": "FULFILMENT_MET", "comment": "Ja"}
                ]
                """));
    }

    private static async Task<JsonObject> Declared(RunningSuite suite)
    {
        var declaration = await Declaration(suite);
        Assert.True((await Ask(suite, declaration)).IsDone);
        return declaration;
    }

    private static Task<Answer> Ask(RunningSuite suite, JsonObject request, TestUser? user = null)
    {
        var route = suite.Routes.Single(route => route.Name == "DeclarationService/DeclareRequirements");
        return suite.Exchange.Send(suite.Exchange.Call(route, request, user ?? Manager), Way.JsonAtGateway);
    }
}
