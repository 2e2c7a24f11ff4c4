using System.Text;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>Just enough of HPACK: literals out; literals and the static table in.</summary>
internal static class RawHeaders
{
    private static readonly string[] Names =
    [
        "", ":authority", ":method", ":method", ":path", ":path", ":scheme", ":scheme", ":status", ":status",
        ":status", ":status", ":status", ":status", ":status", "accept-charset", "accept-encoding",
        "accept-language", "accept-ranges", "accept", "access-control-allow-origin", "age", "allow",
        "authorization", "cache-control", "content-disposition", "content-encoding", "content-language",
        "content-length", "content-location", "content-range", "content-type", "cookie", "date", "etag", "expect",
        "expires", "from", "host", "if-match", "if-modified-since", "if-none-match", "if-range",
        "if-unmodified-since", "last-modified", "link", "location", "max-forwards", "proxy-authenticate",
        "proxy-authorization", "range", "referer", "refresh", "retry-after", "server", "set-cookie",
        "strict-transport-security", "transfer-encoding", "user-agent", "vary", "via", "www-authenticate",
    ];

    private static readonly Dictionary<int, string> Values = new()
    {
        [8] = "200",
        [9] = "204",
        [10] = "206",
        [11] = "304",
        [12] = "400",
        [13] = "404",
        [14] = "500",
    };

    public static byte[] Encode(IEnumerable<(string Name, string Value)> headers)
    {
        List<byte> block = [];
        foreach (var (name, value) in headers)
        {
            block.Add(0);
            Text(block, name);
            Text(block, value);
        }
        return [.. block];
    }

    public static List<(string Name, string Value)> Decode(byte[] block)
    {
        List<(string, string)> headers = [];
        var at = 0;
        while (at < block.Length)
        {
            var first = block[at];
            if ((first & 0x80) != 0)
            {
                var index = Number(block, ref at, 7);
                headers.Add((Names[index], Values.GetValueOrDefault(index, "")));
            }
            else if ((first & 0xE0) == 0x20)
            {
                Number(block, ref at, 5);
            }
            else
            {
                var index = Number(block, ref at, (first & 0x40) != 0 ? 6 : 4);
                var name = index == 0 ? Text(block, ref at) : Names[index];
                headers.Add((name, Text(block, ref at)));
            }
        }
        return headers;
    }

    private static void Text(List<byte> block, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length < 127)
        {
            block.Add((byte)bytes.Length);
        }
        else
        {
            block.Add(127);
            var rest = bytes.Length - 127;
            for (; rest >= 128; rest /= 128)
                block.Add((byte)((rest % 128) + 128));
            block.Add((byte)rest);
        }
        block.AddRange(bytes);
    }

    private static string Text(byte[] block, ref int at)
    {
        Assert.Equal(0, block[at] & 0x80); // Kestrel sends no Huffman code.
        var length = Number(block, ref at, 7);
        at += length;
        return Encoding.UTF8.GetString(block, at - length, length);
    }

    private static int Number(byte[] block, ref int at, int bits)
    {
        var full = (1 << bits) - 1;
        var number = block[at++] & full;
        if (number < full)
            return number;
        for (var shift = 0; ; shift += 7)
        {
            var next = block[at++];
            number += (next & 127) << shift;
            if (next < 128)
                return number;
        }
    }
}
