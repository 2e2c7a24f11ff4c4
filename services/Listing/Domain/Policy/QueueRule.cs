namespace NaraVard.Listing.Domain.Policy;

/// <summary>How queues to full clinics are kept (DOMAIN B2.2).</summary>
/// <param name="RelistingClears">Whether being listed somewhere ends the person's places in other queues.</param>
/// <param name="ReturnDays">
/// For so many days after leaving, a person may return without queueing; 0 when one who has left queues as others do.
/// </param>
/// <param name="IsCentral">Whether the region keeps the queue, and not the clinic.</param>
internal sealed record QueueRule(bool RelistingClears, int ReturnDays, bool IsCentral);
