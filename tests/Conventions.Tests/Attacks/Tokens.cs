using System.Text;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>Calls by those who do not get in: without a token, with a wrong one, in a wrong role.</summary>
internal static class Tokens
{
    public static IEnumerable<Blow> NoToken(Target target)
    {
        var refused = Refused.NotSignedIn("not-signed-in");
        var call = target.Rightful;
        var token = call.Authorization!["Bearer ".Length..];
        yield return new("nothing", call with { Authorization = null }, refused);
        yield return new("another scheme", call with { Authorization = "Basic ZXZhOm5hcmF2YXJk" }, refused);
        yield return new("an empty token", call with { Authorization = "Bearer " }, refused);
        if (target.IsJson)
            yield return new("a token in the query", call with
            {
                Authorization = null,
                Query = $"&access_token={token}",
            }, refused);
    }

    public static IEnumerable<Blow> Expired(Target target) =>
        [Spoilt(target, "a minute after the leeway", "token-expired", token =>
        {
            var now = target.Suite.Clock.GetUtcNow().UtcDateTime;
            (token.NotBefore, token.IssuedAt, token.Expires) =
                (now.AddHours(-2), now.AddHours(-2), now.AddMinutes(-2));
        })];

    public static IEnumerable<Blow> NotYetValid(Target target) =>
        [Spoilt(target, "from tomorrow", "token-invalid", token =>
        {
            var now = target.Suite.Clock.GetUtcNow().UtcDateTime;
            (token.NotBefore, token.Expires) = (now.AddDays(1), now.AddDays(2));
        })];

    public static IEnumerable<Blow> WrongIssuer(Target target) =>
    [
        Spoilt(target, "another realm", "token-invalid", token => token.Issuer += "-other"),
        Spoilt(target, "where the keys are read", "token-invalid",
            token => token.Issuer = target.Suite.Identity.Authority),
    ];

    public static IEnumerable<Blow> WrongAudience(Target target) =>
    [
        Spoilt(target, "Keycloak's own", "token-invalid", token => token.Audience = "account"),
        Spoilt(target, "none", "token-invalid", token => token.Audience = null),
    ];

    public static IEnumerable<Blow> Tampered(Target target)
    {
        var refused = Refused.NotSignedIn("token-invalid");
        var (call, identity) = (target.Rightful, target.Suite.Identity);
        var parts = identity.Token(target.Row.Caller).Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]);
        var raised = Base64UrlEncoder.Encode(payload.Replace("\"region:17\"", "\"region:18\"", StringComparison.Ordinal)
            .Replace("kommun:1780", "kommun:1761", StringComparison.Ordinal));
        var other = identity.Token(People.In("resident")).Split('.')[2];
        yield return new("another payload", call.By($"{parts[0]}.{raised}.{parts[2]}"), refused);
        yield return new("another's signature", call.By($"{parts[0]}.{parts[1]}.{other}"), refused);
        yield return new("no signature", call.By($"{parts[0]}.{parts[1]}."), refused);
        yield return new("two parts", call.By($"{parts[0]}.{parts[1]}"), refused);
        yield return new("our key's name, another key", call.By(identity.Forged(target.Row.Caller)), refused);
        yield return new("no token at all", call.By(Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("let me in"))),
            refused);
    }

    public static IEnumerable<Blow> AnotherAlgorithm(Target target)
    {
        var refused = Refused.NotSignedIn("token-invalid");
        var (call, identity, caller) = (target.Rightful, target.Suite.Identity, target.Row.Caller);
        yield return new("alg: none", call.By(identity.WithoutSignature(caller)), refused);
        yield return new("HS256 with the public key", call.By(identity.SignedWithPublicKey(caller)), refused);
    }

    public static IEnumerable<Blow> OtherRole(Target target)
    {
        var refused = Refused.NotAllowed("role-missing");
        foreach (var role in People.AllRoles.Except(target.Route.Roles))
            yield return By(target, role, People.In(role), refused);
        yield return By(target, "no role", target.Row.Caller with { Roles = [] }, refused);
        foreach (var role in target.Route.Roles.Where(role => role is "er-staff"))
            yield return By(target, $"a kommun's {role}",
                target.Row.Caller with { Roles = [role], Organization = "kommun:1780" }, refused);
        foreach (var role in target.Route.Roles.Where(role => role is "bistandsbedomare"))
            yield return By(target, $"a region's {role}",
                target.Row.Caller with { Roles = [role], Organization = "region:17" }, refused);
    }

    public static IEnumerable<Blow> NoOrganisation(Target target)
    {
        yield return By(target, "none", target.Row.Caller with { Organization = null },
            Refused.NotAllowed("organisation-missing", Trace.AtTheDoor));
        yield return By(target, "no such kind", target.Row.Caller with { Organization = "country:46" },
            Refused.NotAllowed("organisation-missing", Trace.AtTheDoor));
        yield return By(target, "two", target.Row.Caller with { Organization = new[] { "region:17", "region:18" } },
            Refused.NotAllowed("organisation-ambiguous", Trace.AtTheDoor));
    }

    public static IEnumerable<Blow> NobodyActs(Target target)
    {
        var system = TestUser.System("er-system", [.. target.Row.Caller.Roles]) with
        {
            Organization = target.Row.Caller.Organization,
        };
        var call = target.Rightful.By(target.Suite.Identity.Token(system));
        var identity = target.Suite.Identity;
        if (target.Route.Persons is { AllowsSystem: false })
            yield return new("a system alone", call, Refused.NotAllowed("acting-user-missing"));
        var invalid = Refused.NotAllowed("acting-user-invalid");
        yield return new("a statement that is none", call.With("x-acting-user", "eva"), invalid);
        yield return new("a statement of another system",
            call.With("x-acting-user", identity.ActingUser(target.Row.Caller, "other-system")), invalid);
        yield return new("an old statement", call.With("x-acting-user", identity.ActingUser(
            target.Row.Caller, "er-system", one => (one.NotBefore, one.IssuedAt, one.Expires) =
                (one.NotBefore!.Value.AddHours(-2), one.IssuedAt!.Value.AddHours(-2),
                    one.Expires!.Value.AddHours(-2)))),
            invalid);
    }

    private static Blow Spoilt(Target target, string what, string code, Action<SecurityTokenDescriptor> spoil) =>
        new(what, target.Rightful.By(target.Suite.Identity.Token(target.Row.Caller, spoil)),
            Refused.NotSignedIn(code));

    private static Blow By(Target target, string what, TestUser user, Refused refused) =>
        new(what, target.Rightful.By(target.Suite.Identity.Token(user)), refused);
}
