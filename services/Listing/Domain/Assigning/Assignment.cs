using System.Globalization;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Places;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Domain.Assigning;

/// <summary>Where somebody who has not chosen is listed, how, and why (DOMAIN B2.4).</summary>
/// <param name="Clinic">HSA-id.</param>
/// <param name="Kind">Passive, newborn, moved-in or transferred.</param>
/// <param name="Because">The reason as it is logged: a code, and the distance where it decided.</param>
internal sealed record Assignment(string Clinic, ListingKind Kind, string Because)
{
    /// <summary>
    /// The clinic by rule; null when only a human can find one. A newborn comes to a guardian's clinic; anybody else to
    /// the nearest, by road among those to which the region has measured it from the postal code, or else along the
    /// great circle, at equal distance to the one with fewer listed, then by id. Who is protected is never placed by
    /// where he or she lives.
    /// </summary>
    /// <param name="person">Who is assigned.</param>
    /// <param name="kind">How the person came to be without a clinic.</param>
    /// <param name="familyClinics">Where the person's guardians are listed, the first decides.</param>
    /// <param name="candidates">All clinics that take people for this care.</param>
    /// <param name="rule">The region's rule.</param>
    /// <param name="home">From where distances are measured.</param>
    public static Assignment? Find(
        PersonFacts person, ListingKind kind, IReadOnlyList<string> familyClinics,
        IReadOnlyCollection<Candidate> candidates, AssignmentRule rule, Origin home)
    {
        if (kind == ListingKind.Newborn && rule.NewbornAtMothersClinic
            && familyClinics.FirstOrDefault(id =>
                candidates.Any(one => one.Clinic.Id == id && one.HasRoom)) is { } family)
            return new(family, kind, "guardians-clinic");
        if (person.IsProtected)
            return null;
        var open = candidates.Where(one => one.HasRoom && one.Clinic.TakesUnasked
            && !(rule.SkipsCeilings && one.HasCeiling)).ToList();
        var near = rule.Area == AssignmentArea.Kommun
            && open.Exists(one => one.Clinic.KommunCode == person.KommunCode)
            ? open.FindAll(one => one.Clinic.KommunCode == person.KommunCode)
            : open;
        var nearest = Measured(near, home)
            .OrderBy(one => one.Meters).ThenBy(one => one.Candidate.Listed)
            .ThenBy(one => one.Candidate.Clinic.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Candidate is null ? null : new(
            nearest.Candidate.Clinic.Id, kind,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Scope(rule, near, open)} {nearest.Meters} m {Name(nearest.Metric)}"));
    }

    /// <summary>
    /// How far each is, in whole metres and one metric: a road is longer than the great circle, so they are never
    /// compared. What the matrix does not name is farther than what it does.
    /// </summary>
    private static List<(Candidate Candidate, double Meters, DistanceMetric Metric)> Measured(
        List<Candidate> near, Origin home)
    {
        var all =
            from one in near
            let distance = home.To(one.Clinic.Id, one.Clinic.Position)
            where distance is not null
            select (Candidate: one, Math.Round(distance.Value.Meters), distance.Value.Metric);
        return all.GroupBy(one => one.Metric).MaxBy(group => group.Key == DistanceMetric.Road)?.ToList() ?? [];
    }

    private static string Name(DistanceMetric metric) => metric switch
    {
        DistanceMetric.GreatCircle => "great-circle",
        DistanceMetric.Road => "by-road",
    };

    private static string Scope(AssignmentRule rule, List<Candidate> near, List<Candidate> open) =>
        rule.Area == AssignmentArea.Kommun && near != open ? "nearest-in-kommun" : "nearest";
}
