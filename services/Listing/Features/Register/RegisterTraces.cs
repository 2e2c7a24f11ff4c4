using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Listing.Data;
using NaraVard.Platform.Access;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>Under what a person is in the access log: former keys, and imports (decision 0027).</summary>
internal static class RegisterTraces
{
    public static async Task<LoggedAs> Of(IServiceProvider request, PersonKey person, CancellationToken cancellation)
    {
        var db = request.GetRequiredService<ListingDb>();
        var former = await db.PersonAliases.Where(alias => alias.Person == person)
            .Select(alias => alias.OldKey).ToListAsync(cancellation);
        var imports = await db.Persons.Where(one => one.Key == person)
            .Select(one => one.Imports).SingleOrDefaultAsync(cancellation) ?? [];
        return new(former, [.. imports.Select(id => id.ToString())]);
    }
}
