using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Access;

/// <summary>The access log of one service, in the service's own database (DOMAIN B8.5).</summary>
public abstract class AccessLog
{
    private protected AccessLog()
    {
    }
}

/// <summary>The access log that lives beside the tables of <typeparamref name="TDb"/>.</summary>
public sealed class AccessLog<TDb> : AccessLog
    where TDb : DbContext;
