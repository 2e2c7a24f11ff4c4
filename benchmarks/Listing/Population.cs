using System.Globalization;
using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// Made-up people with reserve numbers in Värmland's form, which belong to nobody. The same each time.
/// </summary>
internal static class Population
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUWXYZ";
    private const int Days = 34_000;
    private const int DaysOfAge = 28_000;

    /// <summary>The number of one of them, from 0.</summary>
    public static string Number(int person)
    {
        var round = person / Days;
        var born = new DateOnly(1930, 1, 1).AddDays(Day(person)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{born}SF{round / Letters.Length}{Letters[round % Letters.Length]}");
    }

    /// <summary>Those of them, from the first, who choose for themselves.</summary>
    public static IEnumerable<int> Adults() =>
        Enumerable.Range(0, int.MaxValue).Where(IsAdult);

    /// <summary>What the population register tells of one of them; a child has one guardian.</summary>
    public static RegisterRow Row(int person) => new()
    {
        Number = Number(person),
        Sex = person % 2 == 0 ? Sex.Female : Sex.Male,
        Protection = person % 200 == 0 ? Protection.SecrecyMarking : Protection.None,
        KommunCode = "1780",
        PostalCode = (65000 + person % 300).ToString(CultureInfo.InvariantCulture),
        Position = new() { Latitude = 59.3 + person % 100 / 500.0, Longitude = 13.3 + person % 77 / 300.0 },
        Guardians = { IsAdult(person) ? [] : [Number(Enumerable.Range(person + 1, Days).First(IsAdult))] },
    };

    /// <summary>All rows, in the messages of a stream.</summary>
    public static IReadOnlyList<ImportPersonsRequest> Messages(string import, int persons, int rowsEach) =>
    [
        .. Enumerable.Range(0, persons).Chunk(rowsEach).Select(chunk =>
        {
            var message = new ImportPersonsRequest { ImportId = import, FirstRow = chunk[0] + 1 };
            message.Rows.AddRange(chunk.Select(Row));
            return message;
        }),
    ];

    private static int Day(int person) => (int)(person * 7919L % Days);

    private static bool IsAdult(int person) => Day(person) < DaysOfAge;
}
