namespace NaraVard.Faults.Tests.Wire;

/// <summary>Knows one protocol well enough to say which steps its messages are.</summary>
internal interface IWire
{
    /// <summary>Reads the first message of what the process sends; null when it is not there as a whole.</summary>
    Seen? FromProcess(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the first message of what the server sends; null when it is not there as a whole.</summary>
    Seen? FromServer(ReadOnlySpan<byte> bytes);
}

/// <summary>One message.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Here">The moments that are reached when it has come to us, and before it goes on.</param>
/// <param name="Gone">The step that is done when it has gone on, for one that is never answered.</param>
internal readonly record struct Seen(int Length, IReadOnlyList<Moment> Here, Step? Gone = null);
