using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>Who acts in this request, when, and the trail that is left.</summary>
internal sealed class Acting(Caller caller, AccessTrail trail, TimeProvider clock)
{
    /// <summary>Now, to the millisecond: what is answered at once is what is read again later.</summary>
    public DateTimeOffset Now => Millisecond(clock.GetUtcNow());

    /// <summary>The calendar day in Sweden.</summary>
    public DateOnly Today => StockholmTime.DayOf(Now);

    /// <summary>The caller's region, two digits; empty for a kommun, which has no register here.</summary>
    public string Region => caller.Organisation.Kind == OrganisationKind.Region ? caller.Organisation.Code : "";

    /// <summary>Who acts, for what must be signed off by another.</summary>
    public string Subject => caller.Subject;

    /// <summary>Names the person in the access log, before anything is shown or changed.</summary>
    public void Touches(PersonKey person, string resource, string id) =>
        trail.Touch(person, resource, id, caller.Organisation);

    /// <summary>Names many persons at once, by what each of them carries (decision 0027).</summary>
    public void TouchesAll(string resource, string id) => trail.TouchAll(resource, id, caller.Organisation);

    private static DateTimeOffset Millisecond(DateTimeOffset at) =>
        at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
}
