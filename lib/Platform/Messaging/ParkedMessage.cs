namespace NaraVard.Platform.Messaging;

/// <summary>A message of an outbox that could not be sent, and holds back the later ones of the same person.</summary>
/// <param name="Id">The message id.</param>
/// <param name="MessageType">Which event it is.</param>
/// <param name="Reason">Why it could not be sent.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ParkedAt">Since when.</param>
/// <param name="HeldBack">How many later messages of the same person wait behind it.</param>
public sealed record ParkedMessage(
    Guid Id, string MessageType, string Reason, int Attempts, DateTimeOffset ParkedAt, long HeldBack);
