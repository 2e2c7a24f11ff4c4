using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Imports;

/// <summary>A row that can be taken.</summary>
/// <param name="Line">Its line in the file, or its number in the stream.</param>
/// <param name="Key">The person.</param>
/// <param name="Kind">Who gave the number.</param>
/// <param name="SealedNumber">The number, sealed.</param>
/// <param name="Entry">What the register says.</param>
/// <param name="Guardians">Who decides for a child; null for who is of age.</param>
internal sealed record GoodRow(
    long Line, PersonKey Key, NumberKind Kind, byte[] SealedNumber, RegisterEntry Entry, Guid[]? Guardians);

/// <summary>A row that cannot be taken, and all that is wrong with it.</summary>
internal sealed record BadRow(long Line, IReadOnlyList<Violation> Faults);

/// <summary>Rows that are taken together, in one transaction.</summary>
/// <param name="First">The number of the first row, from 1.</param>
/// <param name="Count">How many rows, the bad ones too.</param>
internal sealed record Batch(long First, int Count, IReadOnlyList<GoodRow> Good, IReadOnlyList<BadRow> Bad)
{
    /// <summary>What is left when so many of its rows have been taken already.</summary>
    public Batch Without(long taken) => taken <= 0 ? this : new(
        First + taken, (int)Math.Max(0, Count - taken), [.. Good.Where(row => row.Line >= First + taken)],
        [.. Bad.Where(row => row.Line >= First + taken)]);
}

/// <summary>What a batch has changed.</summary>
internal sealed record Taken(int Added, int Changed, IReadOnlyList<BadRow> Refused);
