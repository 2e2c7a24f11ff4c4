using System.Linq.Expressions;
using NaraVard.Handoff.Domain;

namespace NaraVard.Handoff.Features;

/// <summary>Whose handoffs somebody sees, and where their changes are told; everything else does not exist.</summary>
internal sealed record Reach(string Audience, Expression<Func<HandoffCase, bool>> Rule)
{
    /// <summary>A kommun's desk: what it has.</summary>
    public static Reach OfDesk(string kommun) =>
        new(Changes.DeskAudience(kommun), handoff => handoff.KommunCode == kommun);

    /// <summary>An ER unit of a region: what it has sent.</summary>
    public static Reach OfEr(string region, string unit) =>
        new(Changes.ErAudience(unit), handoff => handoff.Region == region && handoff.ErUnit == unit);
}
