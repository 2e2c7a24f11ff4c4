using NaraVard.Handoff.Domain;
using NaraVard.Platform.Feeds;

namespace NaraVard.Handoff.Features;

/// <summary>
/// One step of a live list, before it is said to the desk or to the ER in its own words. Its cursor is null where
/// nothing can be gone on from: a picture that breaks off is shown anew.
/// </summary>
internal readonly record struct LiveStep(
    Proto.ChangeKind Kind, FeedCursor? Cursor, HandoffCase? Handoff = null, Guid? Removed = null);
