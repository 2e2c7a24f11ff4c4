using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain: a doctor's post at a clinic, all its faults at once.</summary>
internal static class ParsedDoctor
{
    private static readonly Text NotAPart = new("Värdet ska vara 1 till 100.", "The value is 1 to 100.");

    private static readonly Text EndsFirst = new("Slutet ligger före början.", "The end is before the beginning.");

    public static (string Clinic, string Id, DoctorPost Post) Of(Proto.PutDoctorRequest request)
    {
        var faults = new Violations();
        var clinic = ParsedChoice.Hsa("clinicId", request.ClinicId, faults);
        var id = ParsedChoice.Hsa("doctorId", request.DoctorId, faults);
        if (request.Percent is < 1 or > 100)
            faults.Add("percent", "out-of-range", NotAPart);
        var post = new DoctorPost(
            faults.Required("name", request.Name, 120),
            Coded.Parse<DoctorKind, Proto.DoctorKind>("kind", request.Kind, faults),
            request.Percent,
            faults.Day("firstDay", request.FirstDay),
            faults.DayIfSaid("lastDay", request.LastDay),
            request.TakesNew);
        if (post.LastDay < post.FirstDay)
            faults.Add("lastDay", "ends-first", EndsFirst);
        faults.ThrowIfAny();
        return (clinic, id, post);
    }
}
