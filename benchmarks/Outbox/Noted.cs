namespace NaraVard.Benchmarks.Outbox;

/// <summary>Somebody noted something about a person; as large as the events that services tell each other.</summary>
public sealed record Noted
{
    public required int Number { get; init; }

    public required Guid NoteId { get; init; }

    public required string PersonKey { get; init; }

    public required string KommunCode { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The event of this number.</summary>
    public static Noted Of(int number, Guid person) => new()
    {
        Number = number,
        NoteId = Guid.CreateVersion7(),
        PersonKey = person.ToString("N"),
        KommunCode = "1780",
        Unit = "SE2321000016-1003",
        OccurredAt = TimeProvider.System.GetUtcNow(),
    };
}
