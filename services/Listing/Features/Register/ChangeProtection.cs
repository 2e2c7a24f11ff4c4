using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class PersonService
{
    /// <summary>A protected identity, on or off. From the next answer on no place of the person is told.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Person> ChangeProtection(
        Proto.ChangeProtectionRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var number = faults.Number("number", request.Number, acting.Today);
        var protection = Coded.Parse<Protection, Proto.Protection>("protection", request.Protection, faults);
        faults.ThrowIfAny();
        var person = await Held(number!.Value, context);

        person.Protect(protection);

        return await Saved(person, context);
    }
}
