using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Events.Listing;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

internal sealed partial class PersonService
{
    /// <summary>A temporary number is replaced by the person's own. Everybody who holds the old key is told.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Person> MergePerson(Proto.MergePersonRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (oldNumber, number) = BothNumbers(request);
        var (oldKey, key) = (Touched(keys.Of(oldNumber)), Touched(keys.Of(number)));
        await db.Begin(cancel);
        foreach (var one in new[] { oldKey, key }.OrderBy(one => one.Value))
            await db.HoldKey(one, cancel);
        var old = await db.FindPerson(oldKey, acting.Region, cancel) ?? throw new NotFound("person");
        if (old.Key != oldKey)
            return old.Key == key ? await Answer(old, cancel) : throw PersonRefusals.MergedWithAnother();
        var known = await db.FindPerson(key, acting.Region, cancel);
        if (known is not null && known.Key != key)
            throw PersonRefusals.NumberNotLasting();

        var merged = old.MergeInto(key, number.Kind, Sealed(number), known);

        db.Remove(old);
        if (known is null)
            db.Add(merged);
        db.Add(new PersonAlias(oldKey, key, old.SealedNumber, acting.Now));
        outbox.Publish(key, new PersonIdentityMerged
        {
            OldPersonKey = oldKey.ToString(),
            PersonKey = key.ToString(),
            OccurredAt = acting.Now,
        });
        await db.SaveChangesAsync(cancel);
        await db.Rekey(oldKey, key, cancel);
        await joining.Join(oldKey, key, acting.Today, cancel);
        return await Saved(merged, context);
    }

    private (NationalNumber Old, NationalNumber Number) BothNumbers(Proto.MergePersonRequest request)
    {
        var faults = new Violations();
        var old = faults.Number("oldNumber", request.OldNumber, acting.Today);
        var number = faults.Number("number", request.Number, acting.Today);
        faults.ThrowIfAny();
        return (old!.Value, number!.Value);
    }
}
