using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Hosting;

/// <summary>
/// The word of the service that owns <typeparamref name="TDb"/>: its database, its queues, its label.
/// </summary>
public sealed record ServiceName<TDb>(string Value)
    where TDb : DbContext
{
    /// <summary>The word itself.</summary>
    public override string ToString() => Value;
}
