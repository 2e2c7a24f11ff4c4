namespace NaraVard.Handoff.Domain;

/// <summary>One change of state, written down when it happened rather than worked out afterwards.</summary>
internal sealed record HistoryEntry(
    HandoffState State, DateTimeOffset At, string KommunCode, string? HsaId, string? Name);
