using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Grpc.Core;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>Calls by those who may, with what cannot be taken: too long, of another type, broken.</summary>
internal static class Inputs
{
    private const int BodyMax = 4 * 1024 * 1024;
    private static readonly string Long = new('x', 5_000);

    public static IEnumerable<Blow> OverLongField(Target target) =>
        from field in Fields.Of(target.Route.Rpc.InputType)
        where field.Field.FieldType == FieldType.String
        let request = field.In(target.Request, field.Field.IsRepeated ? new JsonArray(Long) : Long)
        let refused = target.Row.LookedUp.Contains(field.Path)
            ? Refused.NotFound() with { Trace = Trace.None }
            : Refused.Invalid(field.Path, Trace.WhenAboutPersons)
        select new Blow($"{field.Path} of 5000 letters", target.Rightful with { Request = request }, refused);

    public static IEnumerable<Blow> OutOfRange(Target target) =>
        from field in Fields.Of(target.Route.Rpc.InputType)
        where field.Field.FieldType is FieldType.Int32 or FieldType.Int64 or FieldType.UInt32
        where !target.Row.AnyNumber.Contains(field.Path)
        from number in new[] { int.MaxValue, -1 }
        select new Blow($"{field.Path} = {number}",
            target.Rightful with { Request = field.In(target.Request, number) },
            Refused.Invalid(field.Path, Trace.WhenAboutPersons));

    public static IEnumerable<Blow> UnknownCode(Target target) =>
        from field in Fields.Of(target.Route.Rpc.InputType)
        where field.Field.FieldType == FieldType.Enum
        let request = field.In(target.Request, field.Field.IsRepeated ? new JsonArray(999) : 999)
        select new Blow($"{field.Path} = 999", target.Rightful with { Request = request }, Refused.Invalid(field.Path));

    public static IEnumerable<Blow> WrongType(Target target) => target.IsJson
        ? from field in Fields.Of(target.Route.Rpc.InputType)
          where !target.Route.PathFields.Contains(field.Field.Name)
          let isQuery = target.Route.Http.Body.Length == 0
          where !isQuery || field.Field.FieldType != FieldType.String
          let request = field.In(target.Request, isQuery ? "no such thing" : new JsonObject { ["a"] = new JsonArray() })
          select new Blow($"{field.Path} of another type", target.Rightful with { Request = request },
              Refused.Invalid(field.Path))
        : [new("no protobuf", target.Rightful with { Body = [0xff, 0xff, 0xff, 0xff] },
            new(200, StatusCode.Internal, null))];

    public static IEnumerable<Blow> UnknownField(Target target)
    {
        if (!target.IsJson)
            yield break;
        yield return new("in the query", target.Rightful with { Query = "&noSuchField=1" },
            Refused.Invalid("noSuchField"));
        if (target.Route.Http.Body.Length == 0)
            yield break;
        var request = target.Request.DeepClone().AsObject();
        request["noSuchField"] = 1;
        yield return new("in the body", target.Rightful with { Request = request }, Refused.Invalid("noSuchField"));
    }

    public static IEnumerable<Blow> Broken(Target target)
    {
        if (!target.IsJson)
            yield break;
        var call = target.Rightful with { Body = "{\"a\":"u8.ToArray() };
        if (target.Route.Http.Body.Length == 0)
        {
            yield return new("a body that is not taken", call, new(400, StatusCode.InvalidArgument, "body-not-taken"));
            yield break;
        }

        yield return new("half a body", call, Refused.Invalid());
        yield return new("a list", call with { Body = "[]"u8.ToArray() }, Refused.Invalid());
        yield return new("no UTF-8", call with { Body = [(byte)'{', 0xff, (byte)'}'] }, Refused.Invalid());
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 1000)));
        yield return new("a thousand levels", call with { Body = deep }, Refused.Invalid());
        yield return new("a form", call with { ContentType = "application/x-www-form-urlencoded" },
            new(415, StatusCode.InvalidArgument, "unsupported-media-type"));
    }

    public static IEnumerable<Blow> OverLongBody(Target target)
    {
        if (!target.IsJson)
            return [new("announced as over 4 MiB", target.Rightful with { FrameLength = BodyMax + 1 },
                new(200, StatusCode.ResourceExhausted, null))];
        var body = new byte[BodyMax + 1024];
        Array.Fill(body, (byte)' ');
        return target.Route.Http.Body.Length > 0
            ? [new("over 4 MiB", target.Rightful with { Body = body },
                new(413, StatusCode.ResourceExhausted, "body-too-large"))]
            : [];
    }

    // Over HTTP/2 the server says its limit first, and a client keeps to it; one that does not is a matter of the
    // protocol (tests/Grpc.Tests), not of a route.
    public static IEnumerable<Blow> OverLongHeader(Target target) => target.Way == Way.JsonAtGateway
        ? [new("40 kB", target.Rightful.With("x-more", new('x', 40_000)), Refused.BeforeUs(431))]
        : [];

    public static IEnumerable<Blow> OverLongQuery(Target target) => target.IsJson
        ? [new("20 kB", target.Rightful with { Query = "&x=" + new string('x', 20_000) },
            target.IsAtGateway ? Refused.BeforeUs(414) : Refused.Reset)]
        : [];

    public static IEnumerable<Blow> OverLongKey(Target target) => target.Route.Writes
        ? [new("101 letters", target.Rightful.With("idempotency-key", new('k', 101)),
            Refused.Invalid("idempotency-key", Trace.WhenAboutPersons))]
        : [];
}
