using System.Text.Json;
using System.Text.Json.Serialization;

namespace NaraVard.Identifiers.Persons;

/// <summary>
/// Makes it an error, found by the first test, to put a national number in an event, an answer or a log scope.
/// A mask would be quieter and lose data where the number was really meant.
/// </summary>
internal sealed class NeverAsJson : JsonConverter<NationalNumber>
{
    private const string Reason = "A national number is never JSON: send the person key, or reveal it on purpose.";

    public override NationalNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(Reason);

    public override void Write(Utf8JsonWriter writer, NationalNumber value, JsonSerializerOptions options) =>
        throw new NotSupportedException(Reason);
}
