using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace NaraVard.Platform.Errors;

/// <summary>Puts an error in the standard form: <c>google.rpc.Status</c> with code, facts and Swedish text.</summary>
internal static class ErrorDetails
{
    private const string Domain = "naravard";

    public static Google.Rpc.Status Of(
        Code status, string code, Text text, IReadOnlyDictionary<string, string>? facts = null)
    {
        var about = new ErrorInfo { Reason = code, Domain = Domain };
        foreach (var (name, value) in facts ?? new Dictionary<string, string>())
            about.Metadata[name] = value;
        return new Google.Rpc.Status
        {
            Code = (int)status,
            Message = text.En,
            Details =
            {
                Any.Pack(about),
                Any.Pack(new LocalizedMessage { Locale = "sv", Message = text.Sv }),
                Any.Pack(new LocalizedMessage { Locale = "en", Message = text.En }),
            },
        };
    }

    public static Google.Rpc.Status Of(InvalidInput invalid)
    {
        var status = Of(Code.InvalidArgument, "invalid-request", Messages.InvalidInput);
        var request = new BadRequest();
        request.FieldViolations.AddRange(invalid.Violations.Select(violation => new BadRequest.Types.FieldViolation
        {
            Field = violation.Field,
            Description = violation.Message.En,
            Reason = violation.Code,
            LocalizedMessage = new LocalizedMessage { Locale = "sv", Message = violation.Message.Sv },
        }));
        status.Details.Add(Any.Pack(request));
        return status;
    }
}
