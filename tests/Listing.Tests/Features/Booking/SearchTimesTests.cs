using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using static NaraVard.Listing.Tests.Features.Booking.BookingStory;
using Client = NaraVard.Contracts.Listing.V1.BookingService.BookingServiceClient;

namespace NaraVard.Listing.Tests.Features.Booking;

[Collection(OneChoice.Name)]
public sealed class SearchTimesTests(ChoiceHost host)
{
    [Fact]
    public async Task Finds_by_profession_form_errand_part_of_the_week_and_days_page_by_page()
    {
        var clinic = await host.Clinic();
        var day = await host.Time(clinic);
        var evening = await host.Time(clinic, Monday.AddHours(8), row => row.Profession = Profession.DistrictNurse);
        var weekend = await host.Time(clinic, Monday.AddDays(-1), row => row.Form = ContactForm.Video);
        var vaccination = await host.Time(clinic, Monday.AddDays(7), row => row.Errand = Errand.Vaccination);

        Assert.Equal([weekend, day, evening, vaccination], await Found(clinic));
        Assert.Equal([evening], await Found(clinic, ask => ask.Professions.Add(Profession.DistrictNurse)));
        Assert.Equal([weekend], await Found(clinic, ask => ask.Forms.Add(ContactForm.Video)));
        Assert.Equal([vaccination], await Found(clinic, ask => ask.Errands.Add(Errand.Vaccination)));
        Assert.Equal([weekend, evening], await Found(
            clinic, ask => ask.WeekParts.AddRange([WeekPart.Evening, WeekPart.Weekend])));
        Assert.Equal([day, evening], await Found(clinic, ask =>
            (ask.From, ask.Until) = (At(Monday), At(Monday.AddDays(7)))));
        Assert.Equal([evening], await Found(clinic, ask => (ask.Page, ask.Limit) = (3, 1)));
    }

    [Fact]
    public async Task Neither_what_has_begun_nor_what_a_closed_clinic_offered_nor_another_regions_is_found()
    {
        var (clinic, closed) = (await host.Clinic(), await host.Clinic());
        var (begun, free) = (await host.Time(clinic), await host.Time(clinic));
        await host.Database.Execute($"update bookable_times set starts_at = '2026-11-20 13:00Z' where id = '{begun}'");
        await host.Time(closed);
        await host.Database.Execute($"update clinics set closed_from = '2026-11-23' where id = '{closed}'");

        Assert.Equal([free], await Found(clinic));
        Assert.Empty(await Found(closed));
        Assert.Empty((await host.BookingsBy(ChoiceHost.Stockholmer).SearchTimesAsync(
            new() { ClinicIds = { clinic } })).Times);
    }

    [Fact]
    public async Task Tells_the_wait_per_profession_with_evenings_and_weekends_apart()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        await host.Booked(clinic, await host.Time(clinic, Monday.AddDays(-1)));
        foreach (var at in new[] { Monday, Monday.AddHours(8), Monday.AddDays(2), Monday.AddDays(5) })
            await host.Time(clinic, at);
        await host.Time(other, Monday.AddDays(10), row => row.Profession = Profession.Psychologist);

        var reply = await host.Bookings().SearchTimesAsync(new()
        {
            ClinicIds = { clinic, other },
            WithWaits = true,
            Until = At(Monday),
        });

        Assert.Empty(reply.Times);
        var (doctor, psychologist) = (reply.Waits[0], reply.Waits[1]);
        Assert.Equal((clinic, Profession.Doctor, ContactForm.Visit), (doctor.ClinicId, doctor.Profession, doctor.Form));
        Assert.Equal((3, 5), (doctor.Any.FirstDays, doctor.Any.ThirdDays));
        Assert.Equal((3, false), (doctor.Evening.FirstDays, doctor.Evening.HasThirdDays));
        Assert.Equal((8, false), (doctor.Weekend.FirstDays, doctor.Weekend.HasThirdDays));
        Assert.Equal((5, 1, 2, 40.0),
            (doctor.Published, doctor.PublishedEvening, doctor.PublishedWeekend, doctor.WeekendPercent));
        Assert.Equal((other, 13), (psychologist.ClinicId, psychologist.Any.FirstDays));
        Assert.Equal(2, reply.Waits.Count);
    }

    [Fact]
    public async Task Without_a_clinic_the_wait_is_the_regions()
    {
        foreach (var clinic in new[] { await host.Clinic(), await host.Clinic() })
            await host.Time(clinic, Monday.AddDays(1), row => row.Profession = Profession.Dietitian);
        await host.Time(await host.Clinic(), Monday.AddDays(2), row => row.Profession = Profession.Dietitian);

        var reply = await host.Bookings().SearchTimesAsync(new()
        {
            Professions = { Profession.Dietitian },
            WithWaits = true,
        });

        var wait = Assert.Single(reply.Waits);
        Assert.Equal(("", 4, 5, 3), (wait.ClinicId, wait.Any.FirstDays, wait.Any.ThirdDays, wait.Published));
    }

    [Fact]
    public async Task Refuses_malformed_input_all_at_once() => await host.RefusesInput(
        [
            "clinicIds[0] hsa-id-format", "professions[0] unknown-code", "weekParts[0] required", "until ends-first",
            "page out-of-range",
        ],
        Search(new()
        {
            ClinicIds = { "x" },
            Professions = { (Profession)99 },
            WeekParts = { WeekPart.Unspecified },
            From = At(Monday),
            Until = At(Monday),
            Page = -1,
        }),
        isLogged: false);

    [Fact]
    public async Task Lets_in_only_staff_the_administration_and_partner_systems() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"], Search(new()));

    private async Task<IEnumerable<string>> Found(string clinic, Action<SearchTimesRequest>? change = null)
    {
        var request = new SearchTimesRequest { ClinicIds = { clinic } };
        change?.Invoke(request);
        return (await host.Bookings().SearchTimesAsync(request)).Times.Select(time => time.TimeId);
    }

    private static Timestamp At(DateTimeOffset at) => Timestamp.FromDateTimeOffset(at);

    private static Func<CallInvoker, CallOptions, Task> Search(SearchTimesRequest request) =>
        async (rpc, options) => await new Client(rpc).SearchTimesAsync(request, options);
}
