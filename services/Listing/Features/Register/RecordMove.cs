using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

internal sealed partial class PersonService
{
    /// <summary>A move within the region or out of it.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Person> RecordMove(Proto.RecordMoveRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var number = faults.Number("number", request.Number, acting.Today);
        var day = faults.Day("day", request.Day);
        faults.NotAfter("day", day, acting.Today);
        var home = faults.Home(
            "", request.KommunCode, request.PostalCode, request.Position, request.DwellingId);
        faults.ThrowIfAny();
        var person = await Held(number!.Value, context);

        person.Move(home, day);

        return await Saved(person, context);
    }

    /// <summary>The person, named in the access log and held until saved.</summary>
    private async Task<Person> Held(Identifiers.Persons.NationalNumber number, ServerCallContext context) =>
        await db.HoldPerson(Touched(keys.Of(number)), acting.Region, context.CancellationToken)
            ?? throw new NotFound("person");

    private async Task<Proto.Person> Saved(Person person, ServerCallContext context)
    {
        Touched(person.Key);
        await db.Commit(context.CancellationToken);
        return await Answer(person, context.CancellationToken);
    }
}
