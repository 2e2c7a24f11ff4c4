using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Doctors;

[Collection(OneChoice.Name)]
public sealed class EndDoctorContactTests(ChoiceHost host)
{
    [Fact]
    public async Task Leaves_the_listing_without_a_doctor_and_answers_the_same_again()
    {
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        var listed = await host.Patient(clinic, doctor.DoctorId);

        var ended = await End(listed);

        Assert.Equal((ListingState.Active, 0, listed.Version + 1),
            (ended.State, ended.Doctors.Count, ended.Version));
        Assert.Equal(ended, await End(listed));
    }

    [Fact]
    public async Task Who_has_none_is_answered_as_before()
    {
        var listed = await host.Patient(await host.Clinic());

        Assert.Equal(listed, await End(listed));
    }

    [Fact]
    public async Task Is_another_regions_or_units_not_there()
    {
        var listed = await host.Patient(await host.Clinic());

        foreach (var stranger in (TestUser[])[ChoiceHost.StaffAt(await host.Clinic()), ChoiceHost.Stockholmer])
            await host.Refuses(stranger, Refusal.NotFound, Ask(listed.ListingId));
        await host.Refuses(ChoiceHost.Partner, Refusal.Invalid, Ask("x"));
    }

    [Fact]
    public async Task Lets_in_only_who_works_with_listings()
    {
        var listed = await host.Patient(await host.Clinic());

        await host.LetsInOnly(DoctorStory.Everybody, Ask(listed.ListingId));
    }

    private async Task<Proto.Listing> End(Proto.Listing listed) =>
        await host.Doctors(ChoiceHost.Partner).EndDoctorContactAsync(new() { ListingId = listed.ListingId });

    private static Func<CallInvoker, CallOptions, Task> Ask(string listing) => async (rpc, options) =>
        await new DoctorService.DoctorServiceClient(rpc).EndDoctorContactAsync(new() { ListingId = listing }, options);
}
