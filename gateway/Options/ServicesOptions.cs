using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace NaraVard.Gateway.Options;

/// <summary>
/// The services behind the gateway (section <c>Services</c>): one word in lower case → where it is. A service that is
/// added here has its gRPC at <c>/naravard.word.v1.…</c>, its JSON at <c>/word/v1/…</c>, and is in the documents.
/// </summary>
internal sealed partial class ServicesOptions() : Dictionary<string, ServiceOptions>(StringComparer.Ordinal),
    IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Count == 0)
            yield return new("name at least one service: Services:handoff:Address");
        foreach (var (name, service) in this)
        {
            if (!Word().IsMatch(name))
                yield return new("is one word in lower case", [name]);
            if (!service.HasAddress)
                yield return new(
                    "must be http:// or https:// with a host and a port", [$"{name}:{nameof(service.Address)}"]);
            if (service.TimeoutSeconds is < 1 or > 600)
                yield return new("must be between 1 and 600", [$"{name}:{nameof(service.TimeoutSeconds)}"]);
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]{1,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
