using System.Text;

namespace Grpc.Json.Reading;

/// <summary>google.protobuf.FieldMask: lowerCamelCase paths with commas, names of the contract on the wire.</summary>
internal sealed class FieldMaskReader() : TextReader(Faults.NotAMask)
{
    private const uint PathTag = 10;

    public override uint WireType => LengthType;

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        var start = intake.Wire.Begin();
        if (!text.IsEmpty)
        {
            foreach (var range in text.Split((byte)','))
            {
                if (!TryPath(text[range], out var path))
                    intake.Fault(Faults.NotAMask);
                intake.Wire.Varint(PathTag);
                intake.Wire.Text(Encoding.UTF8.GetBytes(path));
            }
        }

        intake.Wire.End(start);
    }

    private static bool TryPath(ReadOnlySpan<byte> camel, out string path)
    {
        var snake = new StringBuilder(camel.Length + 4);
        path = "";
        foreach (var letter in camel)
        {
            if (char.IsAsciiLetterUpper((char)letter))
                snake.Append('_').Append(char.ToLowerInvariant((char)letter));
            else if (char.IsAsciiLetterOrDigit((char)letter) || letter == (byte)'.')
                snake.Append((char)letter);
            else
                return false;
        }

        path = snake.ToString();
        return path.Length > 0;
    }
}
