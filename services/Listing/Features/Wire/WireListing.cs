using Google.Protobuf.WellKnownTypes;
using NaraVard.Api.V1;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: a listing, or a place in a queue.</summary>
internal static class WireListing
{
    public static Proto.Listing Of(PersonListing listing, DateOnly today) => new()
    {
        ListingId = listing.Id.ToString(),
        Version = listing.Version,
        State = (Proto.ListingState)listing.StateOn(today),
        Type = (Proto.ListingType)listing.Type,
        ClinicId = listing.Clinic,
        Kind = (Proto.ListingKind)listing.Kind,
        Reason = (Proto.ChangeReason)listing.Reason,
        AssignedBecause = listing.AssignedBecause ?? "",
        FromDay = Days.Text(listing.From),
        ToDay = listing.Until > listing.From ? Days.Text(listing.Until.Value.AddDays(-1)) : "",
        EndReason = (Proto.ListingEndReason)(listing.EndReason ?? 0),
        RequestedAt = Timestamp.FromDateTimeOffset(listing.RequestedAt),
        IsCountedChange = listing.IsCountedChange,
    };

    public static Proto.Listing Of(QueuePlace place, int position) => new()
    {
        ListingId = place.Id.ToString(),
        Version = place.Version,
        State = (Proto.ListingState)place.State,
        Type = (Proto.ListingType)place.Type,
        ClinicId = place.Clinic,
        Kind = Proto.ListingKind.Active,
        Reason = (Proto.ChangeReason)place.Reason,
        EndReason = (Proto.ListingEndReason)(place.EndReason ?? 0),
        RequestedAt = Timestamp.FromDateTimeOffset(place.RequestedAt),
        IsCountedChange = place.IsCountedChange,
        QueuePosition = position,
    };

    /// <summary>Whether the caller may end it now, and choose a doctor with it.</summary>
    public static IEnumerable<AllowedAction> Actions(Proto.Listing listing, bool isAdmin)
    {
        var (state, type) = ((ListingState)listing.State, (ListingType)listing.Type);
        yield return Action("endings", EndingRules.Obstacle(state, isAdmin));
        yield return Action("doctor-choices", DoctorRules.Obstacle(type, state));
    }

    private static AllowedAction Action(string name, RuleViolation? obstacle) => new()
    {
        Action = name,
        Allowed = obstacle is null,
        Code = obstacle?.Code ?? "",
        Reason = obstacle?.Text.Sv ?? "",
    };
}
