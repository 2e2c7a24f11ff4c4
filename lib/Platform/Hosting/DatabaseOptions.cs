using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Hosting;

/// <summary>How every service of the process uses its PostgreSQL database; section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// A transaction that has been left idle this long is ended by the server: an old transaction holds back both the
    /// cleaning of the outbox and every reader of the feed. Seconds; default 60.
    /// </summary>
    [Range(5, 3600)]
    public int IdleInTransactionSeconds { get; set; } = 60;

    /// <summary>Time limit of one statement. Seconds; default 15.</summary>
    [Range(1, 600)]
    public int StatementSeconds { get; set; } = 15;

    /// <summary>Connections to one service's database from one process, at most. Default 50.</summary>
    [Range(5, 1000)]
    public int ConnectionsMax { get; set; } = 50;

    /// <summary>
    /// How long an entry of the change feed is kept, and with it the life of a cursor. Hours; default a week.
    /// </summary>
    [Range(1, 24 * 366)]
    public int FeedRetentionHours { get; set; } = 24 * 7;

    /// <summary>
    /// How long a received message is remembered, so that a copy of it has no effect. Hours; default 30 days.
    /// </summary>
    [Range(1, 24 * 366)]
    public int InboxRetentionHours { get; set; } = 24 * 30;
}
