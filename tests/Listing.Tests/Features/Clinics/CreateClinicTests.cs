using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Clinics;

[Collection(OneListing.Name)]
public sealed class CreateClinicTests(ListingHost host)
{
    [Fact]
    public async Task Keeps_all_that_is_said()
    {
        var ask = ClinicStory.Ask(profile => profile.Notices.Add(new Proto.TemporaryNotice
        {
            From = ClinicStory.At(12, 1, 7),
            To = ClinicStory.At(12, 2, 7),
            Text = "Stängt för utbildning.",
            IsClosed = true,
        }));

        var created = await host.Clinics.CreateClinicAsync(ask);

        Assert.Equal(
            (ask.ClinicId, 1L, ask.ValidFrom, ask.Profile),
            (created.ClinicId, created.Version, created.ValidFrom, created.Profile));
        Assert.Equal(created, await host.Clinics.GetClinicAsync(new() { ClinicId = ask.ClinicId }));
    }

    [Fact]
    public async Task Answers_the_same_again()
    {
        var ask = ClinicStory.Ask();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => host.Clinics.CreateClinicAsync(ask).ResponseAsync));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Refuses_an_id_that_is_taken_with_other_content()
    {
        var known = await host.Created();
        var other = ClinicStory.Ask(profile => profile.Name = "En annan");
        other.ClinicId = known.ClinicId;

        var refusal = await host.Refuses(
            ListingHost.Admin, "clinic-exists", (rpc, options) => Call(rpc, other, options), isLogged: false);

        Assert.Contains(known.ClinicId, refusal.Facts.Values);
    }

    [Fact]
    public Task Refuses_a_clinic_of_another_county() => host.Refuses(ListingHost.OtherRegion, "clinic-elsewhere",
        (rpc, options) => Call(rpc, ClinicStory.Ask(), options), isLogged: false);

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        [
            "clinicId hsa-id-format", "validFrom required", "profile.name required", "profile.ownerForm required",
            "profile.kind unknown-code", "profile.kommunCode kommun-code-unknown", "profile.position required",
            "profile.languages[0] malformed", "profile.hours.ordinary[0] opening-hours-format",
            "profile.hours.holiday[0] opening-hours-order", "profile.specialistPercent out-of-range",
            "profile.agreements[0].listingType required", "profile.agreements[0].to ends-first",
            "profile.notices[0].to required", "profile.notices[0].from required", "profile.notices[0].text required",
            "profile.notices[1].to out-of-range", "profile.notices[1].text required",
            "profile.bookingLink link-not-https", "profile.visitingHours.ordinary[0] opening-hours-order",
            "profile.youngestAgeYears out-of-range", "profile.oldestAgeYears oldest-first",
        ],
        (rpc, options) => Call(rpc, new()
        {
            ClinicId = "SE-1",
            Profile = new()
            {
                Kind = (Proto.ClinicKind)99,
                Languages = { "finska" },
                Hours = new() { Ordinary = { "måndag" }, Holiday = { "1-5#16:00#08:00#" } },
                SpecialistPercent = -1,
                Agreements = { new Proto.Agreement { From = "2026-01-01", To = "2025-12-31" } },
                Notices =
                {
                    new Proto.TemporaryNotice(),
                    new Proto.TemporaryNotice { From = ClinicStory.At(12, 1, 7), To = Timestamp.FromDateTime(Never) },
                },
                BookingLink = "http://boka.example.se",
                VisitingHours = new() { Ordinary = { "1-7#22:00#02:00#" } },
                YoungestAgeYears = 131,
                OldestAgeYears = 17,
            },
        }, options),
        isLogged: false);

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, ClinicStory.Ask(), options));

    private static DateTime Never => new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    private static async Task Call(CallInvoker rpc, Proto.CreateClinicRequest ask, CallOptions options) =>
        await new Proto.ClinicService.ClinicServiceClient(rpc).CreateClinicAsync(ask, options);
}
