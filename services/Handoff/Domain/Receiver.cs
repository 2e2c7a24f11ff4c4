namespace NaraVard.Handoff.Domain;

/// <summary>One desk in the chain that has had the handoff: nobody can say it never came.</summary>
internal sealed record Receiver(string KommunCode, DateTimeOffset ReceivedAt)
{
    /// <summary>When it was sent on; null while it is here.</summary>
    public DateTimeOffset? ForwardedAt { get; set; }
}
