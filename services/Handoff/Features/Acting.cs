using NaraVard.Handoff.Domain;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Features;

/// <summary>Who acts in this request, when, and the trail that is left.</summary>
internal sealed class Acting(Caller caller, AccessTrail trail, TimeProvider clock)
{
    /// <summary>Now, to the millisecond: what is answered at once is what is read again later.</summary>
    public DateTimeOffset Now => Millisecond(clock.GetUtcNow());

    /// <summary>The calendar day in Sweden.</summary>
    public DateOnly Today => StockholmTime.DayOf(Now);

    /// <summary>The kommun whose staff acts, four digits.</summary>
    public string Kommun => caller.Organisation.Code;

    /// <summary>The organisation that acts: <c>region:17</c>.</summary>
    public string Organisation => caller.Organisation.ToString();

    /// <summary>HSA-id of the unit that acts.</summary>
    public string Unit => caller.Unit ?? throw Refusals.UnitMissing();

    /// <summary>The person at the desk who acts.</summary>
    public Worker Worker => new(caller.HsaId ?? caller.Subject, caller.Name ?? caller.Subject);

    /// <summary>Whether a kommun's desk acts, and not an ER.</summary>
    public bool IsDesk => caller.Is(Roles.Bistandsbedomare);

    /// <summary>Names the person in the access log, before anything is shown or changed.</summary>
    public void Touches(HandoffCase handoff) => Touches(handoff.Person, handoff.Id, handoff.Region);

    /// <summary>As above, for all that are there, at once: one step of the access log for all of them.</summary>
    public void Touches(IEnumerable<HandoffCase?> handoffs)
    {
        foreach (var handoff in handoffs.OfType<HandoffCase>())
            Touches(handoff);
    }

    /// <summary>
    /// As above, for a handoff that is only asked for. The owner is the region that disclosed it, so that the source
    /// finds the readings of others in its own extract (SVOD 4:1).
    /// </summary>
    public void Touches(PersonKey person, Guid handoffId, string region) =>
        trail.Touch(person, "handoff", handoffId.ToString(), Platform.Identity.Organisation.Parse(region));

    /// <summary>Says in the access log why it was opened.</summary>
    public void Because(string reason) => trail.Because(reason);

    private static DateTimeOffset Millisecond(DateTimeOffset at) =>
        at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
}
