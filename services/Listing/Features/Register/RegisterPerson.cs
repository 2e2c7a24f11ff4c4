using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

internal sealed partial class PersonService
{
    /// <summary>A birth with guardians, or a move into the region. The same again answers the same.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Person> RegisterPerson(
        Proto.RegisterPersonRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var row = ParsedRow.Of(request.Row ?? new(), "row.", acting.Region, acting.Today, faults);
        faults.ThrowIfAny();
        var key = Touched(keys.Of(row.Number));
        await db.Begin(cancel);
        await db.HoldKey(key, cancel);

        if (await db.Persons.SingleOrDefaultAsync(one => one.Key == key, cancel) is { } known)
            return await Says(known, row, cancel) ? await Answer(known, cancel) : throw PersonRefusals.Registered();
        if (await db.PersonAliases.AnyAsync(alias => alias.OldKey == key, cancel))
            throw PersonRefusals.Registered();
        var person = new Person(key, row.Number.Kind, Sealed(row.Number), acting.Region, row.Entry);
        var guardians = row.Guardians.Select(one => new Guardian(key, keys.Of(one), row.Entry.BirthDate));

        db.Add(person);
        db.AddRange(guardians);
        await db.Commit(cancel);
        return await Answer(person, cancel);
    }

    private async Task<bool> Says(Person known, ParsedRow row, CancellationToken cancel)
    {
        var guardians = await db.Guardians.Where(guardian => guardian.Child == known.Key && guardian.To == null)
            .Select(guardian => guardian.Key).ToListAsync(cancel);
        return known.Region == acting.Region && known.Says(row.Entry)
            && guardians.ToHashSet().SetEquals(row.Guardians.Select(one => keys.Of(one)));
    }

    private byte[] Sealed(NationalNumber number) => vault.Seal(number.RevealWithOid());
}
