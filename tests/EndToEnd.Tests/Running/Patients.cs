using System.Collections.Concurrent;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>
/// Somebody whom the ER wants to send home. Every word is said nowhere else, so that it is found wherever it leaks.
/// </summary>
/// <param name="HandoffId">The id that the ER's system chooses.</param>
/// <param name="Number">A published test number.</param>
internal sealed record Patient(
    Guid HandoffId, string Number, string Name, string Phone, string Need, string NextOfKin, string Help)
{
    /// <summary>Every form in which the person could be told.</summary>
    public IEnumerable<string> Secrets =>
    [
        Number, Number[2..], $"{Number[..8]}-{Number[8..]}", $"{Number[2..8]}-{Number[8..]}",
        Name, Phone, Need, NextOfKin, Help,
    ];
}

/// <summary>Gives each journey people of its own, and knows all of them.</summary>
internal sealed class Patients
{
    private const string ReadmePerson = "193006129021";
    private readonly ConcurrentQueue<Patient> all = [];
    private readonly ConcurrentQueue<string> numbers = new(Published());

    public IReadOnlyCollection<Patient> All => all;

    public Patient New()
    {
        Assert.True(numbers.TryDequeue(out var number));
        var word = Word(all.Count);
        var patient = new Patient(
            Guid.CreateVersion7(), number, $"Selma {word}gren", $"0980-3192{all.Count + 10:00}",
            $"Snavade vid {word}skogen; vill ha hjälp.", $"Anton {word}dotter", $"Kvällsstöd {word}visan");
        all.Enqueue(patient);
        return patient;
    }

    // A word for each number, of letters only: digits would be found in times and ids.
    private static string Word(int number) =>
        "Kvast" + string.Concat($"{number:00}".Select(digit => "bdfglmnprs"[digit - '0'] + "ö"));

    private static IEnumerable<string> Published()
    {
        using var reader = new StreamReader(
            typeof(Patients).Assembly.GetManifestResourceStream("test-personnummer.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { } number)
            if (number.StartsWith("193", StringComparison.Ordinal) && number != ReadmePerson)
                yield return number;
    }
}
