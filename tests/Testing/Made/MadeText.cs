using System.Text;

namespace NaraVard.Testing.Made;

/// <summary>Texts that any field may hold, ordinary and odd.</summary>
public static class MadeText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "7", " ", "å", "é", "漢", "😀", "\u0301", "\u200f", "\ufeff", "\u2028", "\0", "\u0001", "\n", "\r",
        "\t", "\u007f", "\u0085", "\"", "\\", "/", "'", "<", "&", "%", "+", "=", "?", "#", ";", ",", ".", "{", "[", "$",
        "\uffff", "null", "true", "-1", "1e9", "../", "%00", "{0}",
    ];

    /// <summary>Up to so many pieces of text, valid Unicode always.</summary>
    public static string Of(Random random, int piecesMax = 6)
    {
        var text = new StringBuilder();
        for (var count = random.Next(piecesMax + 1); count > 0; count--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    /// <summary>Printable ASCII without blanks at either end, as a header may hold.</summary>
    public static string OfHeader(Random random, int lengthMax) =>
        new([.. Enumerable.Range(0, random.Next(1, lengthMax + 1)).Select(_ => (char)random.Next('!', '~' + 1))]);
}
