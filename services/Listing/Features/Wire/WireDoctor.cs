using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: doctors, their loads, and people's contacts with them.</summary>
internal static class WireDoctor
{
    public static Proto.Doctor Of(Doctor doctor, DoctorLoad load) => new()
    {
        ClinicId = doctor.Clinic,
        DoctorId = doctor.Id,
        Version = doctor.Version,
        Name = doctor.Name,
        Kind = (Proto.DoctorKind)doctor.Kind,
        Percent = doctor.Percent,
        FirstDay = Days.Text(doctor.FirstDay),
        LastDay = Days.Text(doctor.LastDay),
        TakesNew = doctor.TakesNew,
        Load = Of(load),
    };

    public static Proto.DoctorLoad Of(DoctorLoad load)
    {
        var reply = new Proto.DoctorLoad
        {
            Persons = load.Persons,
            Capacity = (int)Math.Round(load.Capacity, MidpointRounding.AwayFromZero),
            Level = (Proto.LoadLevel)load.Level,
        };
        if (load.Ratio is { } ratio)
            reply.Ratio = (double)ratio;
        return reply;
    }

    /// <summary>A contact, which was a wish until the listing's first day.</summary>
    public static Proto.DoctorContact Of(DoctorContact contact, Doctor doctor, DateOnly listedFrom) => new()
    {
        DoctorId = contact.Doctor,
        Name = doctor.Name,
        FromDay = Days.Text(contact.From > listedFrom ? contact.From : listedFrom),
        ToDay = contact.Until > contact.From ? Days.Text(contact.Until.Value.AddDays(-1)) : "",
        EndReason = (Proto.DoctorEndReason)(contact.EndReason ?? 0),
    };
}
