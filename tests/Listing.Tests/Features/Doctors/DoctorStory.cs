using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.DoctorService.DoctorServiceClient;

namespace NaraVard.Listing.Tests.Features.Doctors;

/// <summary>Doctors of the clinics of a test, each with an id of its own.</summary>
internal static class DoctorStory
{
    private static int count;

    public static readonly string[] Everybody = ["listing-admin", "partner", "clinician", "unit-manager"];

    public static Client Doctors(this ChoiceHost host, TestUser? user = null) =>
        new(host.As(user ?? People.In(Roles.ListingAdmin)));

    /// <summary>A specialist who works full time since 2020 and takes people, unless said otherwise.</summary>
    public static Proto.PutDoctorRequest Post(string clinic, Action<Proto.PutDoctorRequest>? change = null)
    {
        var post = new Proto.PutDoctorRequest
        {
            ClinicId = clinic,
            DoctorId = $"SE2321000016-D{Interlocked.Increment(ref count):D4}",
            Name = "Elsa Ek",
            Kind = Proto.DoctorKind.Specialist,
            Percent = 100,
            FirstDay = "2020-01-01",
            TakesNew = true,
        };
        change?.Invoke(post);
        return post;
    }

    /// <summary>A doctor who is there; what was asked for.</summary>
    public static async Task<Proto.PutDoctorRequest> Doctor(
        this ChoiceHost host, string clinic, Action<Proto.PutDoctorRequest>? change = null)
    {
        var post = Post(clinic, change);
        await host.Doctors().PutDoctorAsync(post);
        return post;
    }

    /// <summary>The post is another from now on.</summary>
    public static async Task<Proto.Doctor> Change(
        this ChoiceHost host, Proto.PutDoctorRequest post, Action<Proto.PutDoctorRequest> change)
    {
        change(post);
        return await host.Doctors().PutDoctorAsync(post);
    }

    /// <summary>Somebody who has been listed at the clinic since the year began, and has the doctor.</summary>
    public static async Task<Proto.Listing> Patient(
        this ChoiceHost host, string clinic, string? doctor = null, string? person = null)
    {
        var listed = await host.Listed(clinic, person);
        await host.Database.Execute($"update listings set from_day = '2026-01-01' where id = '{listed.ListingId}'");
        return doctor is null
            ? await host.Choices.GetListingAsync(new() { ListingId = listed.ListingId })
            : await host.Choose(listed, doctor);
    }

    public static async Task<Proto.Listing> Choose(this ChoiceHost host, Proto.Listing listed, string doctor) =>
        await host.Doctors(ChoiceHost.Partner).ChooseDoctorAsync(
            new() { ListingId = listed.ListingId, DoctorId = doctor });

    public static async Task<Proto.Listing> Now(this ChoiceHost host, Proto.Listing listed) =>
        await host.Choices.GetListingAsync(new() { ListingId = listed.ListingId });

    /// <summary>Who, from when, to when and why it ends, of each doctor.</summary>
    public static IEnumerable<(string Doctor, string From, string To, Proto.DoctorEndReason Why)> Told(
        this Proto.Listing listing) =>
        listing.Doctors.Select(one => (one.DoctorId, one.FromDay, one.ToDay, one.EndReason));
}
