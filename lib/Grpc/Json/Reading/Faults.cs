using System.Globalization;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Reading;

/// <summary>What can be wrong with one value, in both languages.</summary>
internal sealed record Fault(string Code, string Swedish, string English)
{
    public Fault With(string swedish, string english) => this with
    {
        Swedish = string.Format(CultureInfo.InvariantCulture, Swedish, swedish),
        English = string.Format(CultureInfo.InvariantCulture, English, english),
    };

    public Fault With(string both) => With(both, both);
}

/// <summary>The faults that the JSON form of a request can have. Codes are part of the published interface.</summary>
internal static class Faults
{
    public static readonly Fault UnknownField = new("unknown-field", "Fältet är okänt.", "The field is unknown.");
    public static readonly Fault DuplicateField =
        new("duplicate-field", "Fältet finns mer än en gång.", "The field is given more than once.");
    private static readonly Fault OneOf =
        new("one-of", "Högst ett av fälten {0} får anges.", "At most one of the fields {0} may be given.");
    public static readonly Fault NullElement =
        new("null-element", "En lista eller karta får inte innehålla null.", "A list or map must not hold null.");
    public static readonly Fault UnknownValue =
        new("unknown-value", "Värdet är okänt. Möjliga värden: {0}.", "The value is unknown. Possible values: {0}.");
    public static readonly Fault OutOfRange =
        new("out-of-range", "Talet är för stort eller för litet.", "The number is too large or too small.");
    public static readonly Fault InvalidText =
        new("invalid-text", "Texten är inte giltig Unicode.", "The text is not valid Unicode.");
    public static readonly Fault TooDeep = new("too-deep", "För många nivåer.", "Nested too deeply.");
    public static readonly Fault Malformed =
        new("malformed-json", "JSON går inte att läsa (byte {0}).", "The JSON cannot be read (byte {0}).");
    public static readonly Fault UnknownType =
        new("unknown-type", "Typen i @type är okänd eller saknas.", "The type in @type is unknown or missing.");
    public static readonly Fault NotAString = WrongType("en sträng", "a string");
    public static readonly Fault NotABoolean = WrongType("true eller false", "true or false");
    public static readonly Fault NotAnInteger = WrongType("ett heltal", "an integer");
    public static readonly Fault NotANumber = WrongType("ett tal", "a number");
    public static readonly Fault NotAnObject = WrongType("ett objekt", "an object");
    public static readonly Fault NotAList = WrongType("en lista", "a list");
    public static readonly Fault NotAName = WrongType("ett av värdenas namn", "the name of one of the values");
    public static readonly Fault NotBase64 = WrongType("base64", "base64");
    public static readonly Fault NotATime =
        WrongType(
            "en tidpunkt med tidszon, som 2026-03-01T08:00:00Z", "a time with zone, such as 2026-03-01T08:00:00Z");
    public static readonly Fault NotADuration =
        WrongType("en varaktighet i sekunder, som 90.5s", "a duration in seconds, such as 90.5s");
    public static readonly Fault NotAMask =
        WrongType(
            "fältnamn med komma emellan, som name,address.city",
            "field names with commas, such as name,address.city");
    public static readonly Fault NotOne = WrongType("ett enda värde", "a single value");

    public static Fault AtMostOneOf(OneofDescriptor choice) =>
        OneOf.With(string.Join(", ", choice.Fields.Select(field => field.JsonName)));

    private static Fault WrongType(string swedish, string english) =>
        new("wrong-type", $"Ska vara {swedish}.", $"Must be {english}.");
}
