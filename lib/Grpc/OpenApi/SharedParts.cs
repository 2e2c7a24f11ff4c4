using System.Text.Json.Nodes;
using Grpc.Json;

namespace Grpc.OpenApi;

/// <summary>The components that every API of ours has: headers, problems and ways to sign in.</summary>
internal static class SharedParts
{
    /// <summary>The failures that a caller may meet.</summary>
    public static readonly int[] Statuses = [400, 401, 403, 404, 406, 409, 412, 413, 415, 429, 500, 503];

    public static JsonObject Parameters() => new()
    {
        ["IfMatch"] = Header("If-Match", "\"3\"",
            "The ETag that was read; the change is refused with 412 when it is no longer the current one.",
            "Den ETag som lästes; ändringen nekas med 412 när den inte längre är den aktuella."),
        ["IdempotencyKey"] = Header("Idempotency-Key", "0197a1c2-7f00-7000-8000-000000000001",
            "Chosen by the caller; the same key with the same content answers the same.",
            "Väljs av anroparen; samma nyckel med samma innehåll ger samma svar."),
        ["LastEventId"] = Header("Last-Event-ID", "17",
            "The cursor of the last event seen; the stream resumes after it.",
            "Markören för den senast sedda händelsen; strömmen återupptas efter den."),
        ["AcceptLanguage"] = Header("Accept-Language", "sv",
            "Language of texts for people; Swedish unless English is wanted.",
            "Språk för texter till människor; svenska om inte engelska önskas."),
        ["Traceparent"] = Header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "W3C trace context of the caller.",
            "Anroparens spårning enligt W3C."),
        ["RequestId"] = Header("x-request-id", "7b1f0d9e",
            "The caller's id of the request; answered, logged, and part of a problem's instance.",
            "Anroparens id för begäran; besvaras, loggas och ingår i ett fels instance."),
        ["ActingUser"] = Header("x-acting-user", "eyJhbGciOi…",
            "Who acts, signed by the calling system, where the token says only which system.",
            "Vem som agerar, signerat av det anropande systemet, när åtkomstbiljetten bara säger vilket system."),
    };

    public static JsonObject Headers() => new()
    {
        ["X-Request-Id"] = Answered("The id of the request.", "Begärans id.", "7b1f0d9e"),
        ["ETag"] = Answered("The version of the resource, for If-Match.", "Resursens version, för If-Match.", "\"3\""),
        ["Location"] = Answered("Where the resource is.", "Var resursen finns.", "/service/v1/resources/0197a1c2"),
        ["Retry-After"] = Answered(
            "Seconds to wait before trying again.", "Sekunder att vänta före nästa försök.", "5"),
    };

    public static JsonObject Responses() => new(Statuses.Select(status => KeyValuePair.Create(
        $"Problem{status}", (JsonNode?)Response(status))));

    public static JsonObject Security(OpenApiOptions options) => new()
    {
        ["oauth2"] = new JsonObject
        {
            ["type"] = "oauth2",
            ["description"] = "Client credentials for systems, authorization code with PKCE for people.",
            ["x-description-sv"] = "Klientuppgifter för system, auktoriseringskod med PKCE för människor.",
            ["flows"] = new JsonObject
            {
                ["clientCredentials"] = new JsonObject
                {
                    ["tokenUrl"] = $"{options.TokenUrl}",
                    ["scopes"] = new JsonObject(),
                },
                ["authorizationCode"] = new JsonObject
                {
                    ["authorizationUrl"] = $"{options.AuthorizationUrl}",
                    ["tokenUrl"] = $"{options.TokenUrl}",
                    ["scopes"] = new JsonObject(),
                },
            },
        },
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
    };

    public static JsonObject Problem()
    {
        var problem = Object(("type", "uri-reference", "What kind of problem it is.", "Vilket slags fel det är."),
            ("title", "", "The kind of problem, for people.", "Felets slag, för människor."),
            ("detail", "", "What happened, for people.", "Vad som hände, för människor."),
            ("instance", "uri-reference", "The request, to name when reporting the fault.",
                "Begäran, att ange när felet anmäls."),
            ("code", "", "The stable code that programs act on.", "Den fasta kod som program handlar efter."));
        problem["description"] = "A refusal or failure (RFC 9457).";
        problem["x-description-sv"] = "Ett nekande eller fel (RFC 9457).";
        var violation = Object(("field", "", "Path of the field.", "Fältets sökväg."),
            ("code", "", "The stable code of the fault.", "Felets fasta kod."),
            ("message", "", "What is wrong, for people.", "Vad som är fel, för människor."));
        problem["properties"]!["status"] = Text("The HTTP status.", "HTTP-status.", "integer");
        problem["properties"]!["violations"] = new JsonObject
        {
            ["type"] = "array",
            ["description"] = "Every fault of the request's fields.",
            ["x-description-sv"] = "Alla fel i begärans fält.",
            ["items"] = violation,
        };
        problem["required"]!.AsArray().Add("status");
        problem["required"]!.AsArray().Add("violations");
        return problem;
    }

    public static JsonObject ProblemExample(int status, string code)
    {
        var words = StatusText.Of(status);
        var violation = new JsonObject
        {
            ["field"] = "name",
            ["code"] = "unknown-field",
            ["message"] = "Fältet är okänt.",
        };
        return new()
        {
            ["type"] = $"urn:naravard:problem:{code}",
            ["title"] = words.SwedishTitle,
            ["status"] = status,
            ["detail"] = words.SwedishDetail,
            ["instance"] = "urn:naravard:request:7b1f0d9e",
            ["code"] = code,
            ["violations"] = status == 400 ? new JsonArray(violation) : new JsonArray(),
        };
    }

    private static JsonObject Response(int status)
    {
        var words = StatusText.Of(status);
        var response = new JsonObject();
        Schemas.Describe(response, new(words.EnglishDetail, words.SwedishDetail, null));
        if (status is 429 or 503)
            response["headers"] = new JsonObject
            {
                ["Retry-After"] = new JsonObject { ["$ref"] = "#/components/headers/Retry-After" },
            };
        response["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                ["example"] = ProblemExample(status, status == 400 ? "invalid-request" : words.Code),
            },
        };
        return response;
    }

    private static JsonObject Object(params (string Name, string Format, string English, string Swedish)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, format, english, swedish) in members)
        {
            properties[name] = Text(english, swedish, "string");
            if (format.Length > 0)
                properties[name]!["format"] = format;
        }

        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. members.Select(member => (JsonNode?)member.Name)]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Text(string english, string swedish, string type) =>
        new() { ["type"] = type, ["description"] = english, ["x-description-sv"] = swedish };

    private static JsonObject Header(string name, string example, string english, string swedish) => new()
    {
        ["name"] = name,
        ["in"] = "header",
        ["description"] = english,
        ["x-description-sv"] = swedish,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = example,
    };

    private static JsonObject Answered(string english, string swedish, string example) => new()
    {
        ["description"] = english,
        ["x-description-sv"] = swedish,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = example,
    };
}
