using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Brings a handoff, through the API, to where a test begins. Each is about somebody new.</summary>
internal static class HandoffStory
{
    public const string Name = "Selma Nilsson";
    private const string Summary = "Föll i hallen, klarar inte trappan.";

    /// <summary>What the ER asks for somebody new, with consent.</summary>
    public static JsonObject Ask(RunningSuite suite, bool isChild = false)
    {
        var number = isChild ? suite.Numbers.Child() : suite.Numbers.Adult();
        suite.Witness.Remember(number, $"{number[..8]}-{number[8..]}", number[2..], $"{number[2..8]}-{number[8..]}");
        suite.Witness.Remember(suite.KeyOf(number), Name, Summary, "0980-319201");
        return JsonNode.Parse($$"""
            {
              "handoffId": "{{Guid.CreateVersion7()}}", "kommunCode": "1780", "erReference": "Rum 4",
              "person": {
                "number": "{{number}}", "name": "{{Name}}", "phone": "0980-319201", "protection": "PROTECTION_NONE"
              },
              "consent": {
                "given": true, "askedBy": "SE9900000176-101", "askedAt": "2026-11-20T13:00:00Z",
                "scope": "CONSENT_SCOPE_RESPONSIBLE_KOMMUN"
              },
              "need": {
                "reasonCodes": ["REASON_CODE_FALL"], "summary": "{{Summary}}", "frailty": 5, "livesAlone": true,
                "expectedLeaveAt": "2026-11-20T16:00:00Z", "triageColour": "TRIAGE_COLOUR_GREEN"
              },
              "nextOfKin": {"name": "Karin Nilsson", "phone": "0980-319202", "relation": "dotter"},
              "erContact": {"name": "Koordinator akuten", "phone": "0980-319203"}
            }
            """)!.AsObject();
    }

    /// <summary>The ER has sent it; what was sent.</summary>
    public static async Task<JsonObject> Sent(RunningSuite suite, Action<JsonObject>? change = null)
    {
        var ask = Ask(suite);
        change?.Invoke(ask);
        await Done(suite, "RequestHandoff", People.Eva, ask);
        return ask;
    }

    /// <summary>The desk has it; only its id.</summary>
    public static async Task<JsonObject> Received(RunningSuite suite) => Id(await Sent(suite));

    /// <summary>As above, about a person with protected identity.</summary>
    public static async Task<JsonObject> Protected(RunningSuite suite) =>
        Id(await Sent(suite, ask => ask["person"]!["protection"] = "PROTECTION_SECRECY_MARKING"));

    /// <summary>Bibbi has taken it.</summary>
    public static async Task<JsonObject> Acknowledged(RunningSuite suite)
    {
        var id = await Received(suite);
        await Done(suite, "AcknowledgeHandoff", People.Bibbi, id);
        return id;
    }

    /// <summary>Bibbi has begun.</summary>
    public static async Task<JsonObject> Started(RunningSuite suite)
    {
        var id = await Acknowledged(suite);
        await Done(suite, "StartHandoff", People.Bibbi, id.With("investigation", false));
        return id;
    }

    /// <summary>Bibbi has answered.</summary>
    public static async Task<JsonObject> Answered(RunningSuite suite)
    {
        var id = await Started(suite);
        await Done(suite, "RecordOutcome", People.Bibbi, id.With("outcome", Help()));
        return id;
    }

    /// <summary>Bibbi is done.</summary>
    public static async Task<JsonObject> Closed(RunningSuite suite)
    {
        var id = await Answered(suite);
        await Done(suite, "CloseHandoff", People.Bibbi, id);
        return id;
    }

    /// <summary>An outcome: help that begins in the evening.</summary>
    public static JsonObject Help() => JsonNode.Parse("""
        {
          "kind": "OUTCOME_KIND_EFFORT_ON_HOMECOMING",
          "serviceStart": {
            "what": "Hemtjänst kväll", "startsAt": "2026-11-20T18:00:00Z",
            "contact": {"name": "Hemtjänsten Karlstad", "phone": "0980-319211"}
          }
        }
        """)!.AsObject();

    /// <summary>The same with a member more.</summary>
    public static JsonObject With(this JsonObject request, string name, JsonNode? value)
    {
        var copy = request.DeepClone().AsObject();
        copy[name] = value?.DeepClone();
        return copy;
    }

    private static JsonObject Id(JsonObject ask) => new() { ["handoffId"] = ask["handoffId"]!.DeepClone() };

    private static async Task Done(RunningSuite suite, string rpc, TestUser user, JsonObject request)
    {
        var route = suite.Routes.Single(route => route.Name == $"HandoffService/{rpc}");
        var answer = await suite.Exchange.Send(suite.Exchange.Call(route, request, user), Way.JsonAtService);
        Assert.True(answer.IsDone, $"{rpc}: {answer}");
    }
}
