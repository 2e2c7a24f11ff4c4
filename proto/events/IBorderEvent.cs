namespace NaraVard.Events;

/// <summary>An event that also leaves for another organisation: only what the law lets it be told.</summary>
public interface IBorderEvent
{
    /// <summary>The organisation it is for: <c>region:17</c> or <c>kommun:1780</c>.</summary>
    string Recipient { get; }
}
