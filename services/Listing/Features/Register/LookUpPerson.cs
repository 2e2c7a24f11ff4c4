using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

internal sealed partial class PersonService
{
    /// <summary>The person with a number. Whoever is asked for is in the access log, found or not.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager},{Roles.Partner}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.Person> LookUpPerson(
        Proto.LookUpPersonRequest request, ServerCallContext context)
    {
        var key = Named(request.Number);
        var person = await db.FindPerson(key, acting.Region, context.CancellationToken)
            ?? throw new NotFound("person");
        return await Answer(person, context.CancellationToken);
    }

    /// <summary>The person that the request names and nothing else.</summary>
    private PersonKey Named(string number)
    {
        var faults = new Violations();
        var parsed = faults.Number("number", number, acting.Today);
        faults.ThrowIfAny();
        return Touched(keys.Of(parsed!.Value));
    }

    /// <summary>Names the person in the access log.</summary>
    private PersonKey Touched(PersonKey person)
    {
        acting.Touches(person, "person", person.ToString());
        return person;
    }

    private async Task<Proto.Person> Answer(Person person, CancellationToken cancel)
    {
        Touched(person.Key);
        var guardians = await db.Guardians.AsNoTracking().Where(guardian => guardian.Child == person.Key)
            .OrderBy(guardian => guardian.From).ThenBy(guardian => guardian.Key).ToListAsync(cancel);
        var named = guardians.Select(guardian => guardian.Key).ToList();
        var numbers = await db.Persons
            .Where(one => named.Contains(one.Key) && one.Protection == Protection.None)
            .ToDictionaryAsync(one => one.Key, one => one.SealedNumber, cancel);
        foreach (var guardian in numbers.Keys)
            Touched(guardian);
        var former = await db.PersonAliases.Where(alias => alias.Person == person.Key)
            .OrderBy(alias => alias.MergedAt).Select(alias => alias.SealedNumber).ToListAsync(cancel);

        var reply = WirePerson.Of(person, vault);
        reply.FormerNumbers.AddRange(former.Select(number => WirePerson.Number(number, vault)));
        reply.Guardians.AddRange(guardians.Select(guardian => new Proto.Guardian
        {
            Number = numbers.TryGetValue(guardian.Key, out var number) ? WirePerson.Number(number, vault) : "",
            From = Days.Text(guardian.From),
            To = Days.Text(guardian.To),
        }));
        return reply;
    }
}
