using Grpc.Core;

namespace Grpc.Json;

/// <summary>What each HTTP status means, in both languages, and which one each gRPC status becomes.</summary>
internal sealed record StatusText(
    string Code, string EnglishTitle, string SwedishTitle, string EnglishDetail, string SwedishDetail)
{
    private static readonly Dictionary<int, StatusText> Known = new()
    {
        [400] = new("invalid-argument", "Bad Request", "Felaktig begäran",
            "The request is not valid.", "Begäran är inte giltig."),
        [401] = new("unauthenticated", "Unauthorized", "Inte inloggad",
            "A valid access token is needed.", "En giltig åtkomstbiljett behövs."),
        [403] = new("permission-denied", "Forbidden", "Inte tillåtet",
            "The caller may not do this.", "Anroparen har inte rätt att göra detta."),
        [404] = new("not-found", "Not Found", "Finns inte",
            "There is nothing here that the caller may see.", "Här finns inget som anroparen får se."),
        [405] = new("method-not-allowed", "Method Not Allowed", "Metoden stöds inte",
            "The resource does not take this method; the header Allow says which it takes.",
            "Resursen tar inte emot den här metoden; huvudet Allow säger vilka den tar emot."),
        [406] = new("not-acceptable", "Not Acceptable", "Formatet kan inte ges",
            "None of the formats in Accept can be given.", "Inget av formaten i Accept kan ges."),
        [408] = new("request-timeout", "Request Timeout", "Begäran tog för lång tid",
            "The request took too long to arrive.", "Begäran tog för lång tid att ta emot."),
        [409] = new("conflict", "Conflict", "Konflikt",
            "The state of the resource does not allow this.", "Resursens tillstånd medger inte detta."),
        [412] = new("version-mismatch", "Precondition Failed", "Ändrad av någon annan",
            "The resource has changed since it was read.", "Resursen har ändrats sedan den lästes."),
        [413] = new("body-too-large", "Content Too Large", "För stor begäran",
            "The body is larger than is taken.", "Innehållet är större än vad som tas emot."),
        [415] = new("unsupported-media-type", "Unsupported Media Type", "Formatet tas inte emot",
            "The body must be application/json, not compressed.",
            "Innehållet ska vara application/json, okomprimerat."),
        [428] = new("precondition-required", "Precondition Required", "Villkor saknas",
            "The header If-Match is needed.", "Huvudet If-Match behövs."),
        [429] = new("resource-exhausted", "Too Many Requests", "För många anrop",
            "A limit is reached; try again later.", "En gräns är nådd; försök igen senare."),
        [499] = new("cancelled", "Client Closed Request", "Anropet avbröts",
            "The caller went away.", "Anroparen avbröt anropet."),
        [500] = new("internal", "Internal Server Error", "Internt fel",
            "Something went wrong in the service; give the instance when reporting it.",
            "Något gick fel i tjänsten; ange instance när felet anmäls."),
        [501] = new("unimplemented", "Not Implemented", "Finns inte ännu",
            "The service does not do this.", "Tjänsten gör inte detta."),
        [502] = new("bad-gateway", "Bad Gateway", "Fel bakom växeln",
            "A service behind the gateway answered wrongly.", "En tjänst bakom växeln svarade fel."),
        [503] = new("unavailable", "Service Unavailable", "Tillfälligt otillgänglig",
            "The service cannot answer now; try again later.", "Tjänsten kan inte svara nu; försök igen senare."),
        [504] = new("deadline-exceeded", "Gateway Timeout", "Tiden gick ut",
            "The answer took too long.", "Svaret tog för lång tid."),
    };

    public static StatusText Of(int status) =>
        Known.TryGetValue(status, out var text) ? text : Known[status < 500 ? 400 : 500];

    public static int Http(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.OutOfRange => 400,
        StatusCode.Unauthenticated => 401,
        StatusCode.PermissionDenied => 403,
        StatusCode.NotFound => 404,
        StatusCode.FailedPrecondition or StatusCode.Aborted or StatusCode.AlreadyExists => 409,
        StatusCode.ResourceExhausted => 429,
        StatusCode.Cancelled => 499,
        StatusCode.Unimplemented => 501,
        StatusCode.Unavailable => 503,
        StatusCode.DeadlineExceeded => 504,
        _ => 500,
    };

    /// <summary>The code of a failure that names none itself.</summary>
    public static string CodeOf(StatusCode code) => code switch
    {
        StatusCode.OutOfRange => "out-of-range",
        StatusCode.FailedPrecondition => "failed-precondition",
        StatusCode.Aborted => "aborted",
        StatusCode.AlreadyExists => "already-exists",
        StatusCode.DataLoss => "data-loss",
        _ => Of(Http(code)).Code,
    };
}
