using NaraVard.Listing.Domain.Ceilings;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: a ceiling, with how full the clinic is.</summary>
internal static class WireCeiling
{
    public static Proto.Ceiling Of(Ceiling ceiling, ClinicLoad? load) => new()
    {
        CeilingId = ceiling.Id.ToString(),
        Version = ceiling.Version,
        ClinicId = ceiling.Clinic,
        Type = (Proto.ListingType)ceiling.Type,
        ListedMax = ceiling.ListedMax,
        FromDay = Days.Text(ceiling.From),
        ToDay = Days.Text(ceiling.To),
        DecisionReference = ceiling.DecisionReference,
        DecidedBy = ceiling.DecidedBy,
        Counted = load?.Counted ?? 0,
        Exempt = load?.Exempt ?? 0,
        Waiting = load?.Waiting ?? 0,
    };
}
