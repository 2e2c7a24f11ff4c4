using System.Text;
using NaraVard.Listing.Domain.Imports;
using NaraVard.Listing.Features;
using NaraVard.Listing.Features.Csv;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Tests.Features.Csv;

public sealed class CsvPartTests
{
    private const int Seed = 4711;

    [Fact]
    public void Any_bytes_are_rows_or_are_refused_by_name()
    {
        var random = new Random(Seed);
        string[] pieces =
        [
            "number", "kommunCode", ";", ",", "\n", "\r\n", "\"", "\"\"", "1780", "198202029289", " ", "\0", "å",
        ];
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(0, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bytes = Encoding.UTF8.GetBytes((i % 2 == 0 ? "number;kommunCode\n" : "") + text);
            if (bytes.Length > 0 && i % 5 == 0)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var error = Record.Exception(() => Read(bytes));

            Assert.True(error is null or RuleViolation, error?.ToString());
        }
    }

    [Fact]
    public void A_file_in_any_parts_is_the_rows_that_it_is_as_one()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 8)).Select(n => $"\"åäö {n}\";{random.Next()}").ToList();
            var file = Encoding.UTF8.GetBytes(
                "number;kommunCode\n" + string.Join(i % 2 == 0 ? "\n" : "\r\n", lines) + (i % 3 == 0 ? "\n" : ""));

            var whole = Read(file);
            var import = New();
            var rows = new List<FileRow>();
            while (import.NextOffset < file.Length)
            {
                var rest = file.AsMemory((int)import.NextOffset);
                var length = random.Next(1, rest.Length + 1);
                var part = CsvPart.Read(import, rest[..length], length == rest.Length);
                import.Read(part.Bytes, part.Lines);
                rows.AddRange(part.Rows);
            }

            Assert.Equal(whole.Rows, rows);
            Assert.Equal(lines.Count, rows.Count);
        }
    }

    [Fact]
    public void A_field_is_read_as_it_was_written()
    {
        var random = new Random(Seed);
        const string Alphabet = "ab\";, å";
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 8))
                .Select(_ => Alphabet[random.Next(Alphabet.Length)])).Trim();
            var quoted = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

            var row = Assert.Single(Read(Encoding.UTF8.GetBytes($"kommunCode;number\n{quoted};{quoted}")).Rows);

            Assert.Equal((text, text), (row.Row.KommunCode, row.Row.Number));
        }
    }

    private static Import New() => new(Guid.CreateVersion7(), "17", isFile: true, DateTimeOffset.UnixEpoch);

    private static CsvPart Read(byte[] file) => CsvPart.Read(New(), file, isLast: true);
}
