namespace NaraVard.Handoff.Domain;

/// <summary>Where a handoff is on its way (DOMAIN B9.1). The order is the order of the way.</summary>
internal enum HandoffState
{
    Received = 1,
    Acknowledged = 2,
    Started = 3,
    Answered = 4,
    Closed = 5,
}
