using System.Xml.Linq;
using Google.Protobuf;
using Grpc.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>One operation of the contract, put into the words of the RPC that answers it, and back.</summary>
/// <param name="Name">As the contract writes it: <c>CreateListing</c>.</param>
/// <param name="Needs">The parts without which there is no question.</param>
internal sealed record Operation(string Name, IReadOnlyList<string> Needs)
{
    private static readonly string[] PersonCodes = ["person-unknown", "not-found"];
    private static readonly string[] FacilityCodes = ["clinic-unknown"];

    /// <summary>What the contract calls its fault for a person who is not there.</summary>
    public string PersonNotFound { get; init; } = "PersonNotFoundException";

    /// <summary>What the contract calls its fault for a clinic that is not there; null where it has none.</summary>
    public string? InvalidFacility { get; init; }

    /// <summary>An ordinary answer that says no, for what the rules refuse; null where the contract has none.</summary>
    public Func<Problem, IEnumerable<XElement>>? SaysNo { get; init; }

    /// <summary>The operation as a form of an RPC.</summary>
    public RpcForm Form<TRequest, TReply>(
        Func<SoapMessage, TRequest> ask, Func<SoapMessage, TReply, IEnumerable<XElement>> answer)
        where TRequest : class, IMessage
        where TReply : class, IMessage => new(
            async http => await Read(http) is { } message ? ask(message) : null,
            (http, reply) => SoapAnswer.Write(http, Answered(answer(Asked(http), (TReply)reply))),
            (http, problem) => Refuse(http, problem));

    /// <summary>Reads the question; null when it is none, and the caller has been told why.</summary>
    public async Task<SoapMessage?> Read(HttpContext http)
    {
        var (message, reason) = await SoapMessage.Read(http.Request.Body, http.RequestAborted);
        if (message is not null && Obstacle(message, http) is { } obstacle)
            (message, reason) = (null, obstacle);
        if (message is null)
            await Fault(http, "invalid-request", reason);
        http.Features.Set(message);
        return message;
    }

    /// <summary>The element that answers.</summary>
    public XElement Answered(IEnumerable<XElement> parts) =>
        new(CareListing.Element(Name, "Response"), parts);

    /// <summary>The caller's fault, as the contract has it for whatever has no fault of its own.</summary>
    public Task Fault(HttpContext http, string code, string text) =>
        SoapAnswer.Fault(http, isCallers: true, text, Technical(code, text));

    private Task Refuse(HttpContext http, Problem problem)
    {
        string[] codes = [problem.Code, .. problem.Violations.Select(violation => violation.Code)];
        var text = string.Join(' ', [problem.Swedish, .. problem.Violations.Select(violation => violation.Swedish)]);
        if (codes.Intersect(PersonCodes).Any() || problem.Violations.Any(one => one.Field == "personNumber"))
            return SoapAnswer.Fault(http, isCallers: true, text, Named(PersonNotFound, codes[^1]));
        if (InvalidFacility is not null
            && (codes.Intersect(FacilityCodes).Any() || problem.Violations.Any(one => one.Field == "clinicId")))
            return SoapAnswer.Fault(
                http, isCallers: true, text, Named(InvalidFacility, codes[^1], CareListing.Of(Name)));
        return SaysNo is not null && problem.Status is >= 400 and < 429
            ? SoapAnswer.Write(http, Answered(SaysNo(problem)))
            : SoapAnswer.Fault(http, isCallers: problem.Status < 429, text, Technical(problem.Code, text));
    }

    private string? Obstacle(SoapMessage message, HttpContext http)
    {
        if (message.Content.Name != CareListing.Element(Name))
            return $"Adressen tar emot {CareListing.Element(Name).LocalName} i {CareListing.Of(Name)}.";
        var region = http.RequestServices.GetRequiredService<Caller>().Organisation.Code;
        if (message.LogicalAddress != region)
            return $"Logisk adress (wsa:To) ska vara länskoden {region}.";
        return Needs.FirstOrDefault(need => string.IsNullOrEmpty(message.Part(need))) is { } missing
            ? $"{missing} saknas."
            : null;
    }

    private XElement Technical(string code, string text) => new(
        CareListing.Of(Name) + "TechnicalException",
        new XElement(CareListing.Shared + "code", code),
        new XElement(CareListing.Shared + "description", text));

    private XElement Named(string fault, string code, XNamespace? codes = null) =>
        new(CareListing.Of(Name) + fault, new XElement((codes ?? CareListing.Shared) + "code", code));

    private static SoapMessage Asked(HttpContext http) => http.Features.Get<SoapMessage>()
        ?? throw new InvalidOperationException("The question was not read.");
}
