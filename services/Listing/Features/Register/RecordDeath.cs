using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class PersonService
{
    /// <summary>A death. Whoever is dead does not move and chooses nothing.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Person> RecordDeath(Proto.RecordDeathRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var number = faults.Number("number", request.Number, acting.Today);
        var day = faults.Day("day", request.Day);
        faults.NotAfter("day", day, acting.Today);
        faults.ThrowIfAny();
        var person = await Held(number!.Value, context);

        person.Die(day);

        return await Saved(person, context);
    }
}
