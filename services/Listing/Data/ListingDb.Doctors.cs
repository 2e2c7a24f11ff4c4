using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Doctors;
using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<Doctor> Doctors => Set<Doctor>();

    public DbSet<DoctorContact> DoctorContacts => Set<DoctorContact>();

    /// <summary>A doctor of a clinic; null when there is none with the id.</summary>
    public Task<Doctor?> Doctor(string clinic, string id, CancellationToken cancel) =>
        Doctors.SingleOrDefaultAsync(doctor => doctor.Clinic == clinic && doctor.Id == id, cancel);

    /// <summary>The listing with an id, or the place in a queue that will be one; null when there is none.</summary>
    public async Task<IEnrolment?> Enrolment(Guid id, CancellationToken cancel) =>
        (IEnrolment?)await Listings.FindAsync([id], cancel) ?? await QueuePlaces.FindAsync([id], cancel);

    private static void MapDoctors(ModelBuilder model)
    {
        var doctors = new DoctorMap();
        model.ApplyConfiguration<Doctor>(doctors).ApplyConfiguration<DoctorContact>(doctors);
    }
}
