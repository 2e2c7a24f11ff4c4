using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NaraVard.Platform.Hosting;

/// <summary>Which of the services in this process a request is for.</summary>
internal sealed class ServiceNames
{
    private const string Package = "/naravard.";
    private readonly List<string> stored = [];

    /// <summary>The one list of this host.</summary>
    public static ServiceNames Of(IHostApplicationBuilder builder)
    {
        var existing = builder.Services.FirstOrDefault(service => service.ServiceType == typeof(ServiceNames));
        if (existing?.ImplementationInstance is ServiceNames names)
            return names;
        var added = new ServiceNames();
        builder.Services.AddSingleton(added);
        return added;
    }

    /// <summary>A service that has a database, and so an access log, in this process.</summary>
    public void Add(string service) => stored.Add(service);

    /// <summary>Every service with a database in this process.</summary>
    public IReadOnlyList<string> All => stored;

    /// <summary>True for a service with a database in this process.</summary>
    public bool Has(string service) => stored.Contains(service);

    /// <summary>
    /// The service that the path names, <c>/naravard.handoff.v1.HandoffService/…</c> or <c>/handoff/v1/…</c>; every
    /// service of the process when it names none of them, as the access log's own RPCs do.
    /// </summary>
    public IReadOnlyList<string> For(HttpContext context)
    {
        if (context.Features.Get<MeantService>() is { } meant)
            return [meant.Name];
        var path = context.Request.Path.Value ?? "";
        var start = path.StartsWith(Package, StringComparison.Ordinal) ? Package.Length : 1;
        var end = path.AsSpan(Math.Min(start, path.Length)).IndexOfAny('.', '/');
        var name = end < 0 ? "" : path.Substring(start, end);
        return stored.Contains(name) ? [name] : stored;
    }
}

/// <summary>Said by an RPC that is common to all services: which of them a request is for.</summary>
internal sealed record MeantService(string Name);
