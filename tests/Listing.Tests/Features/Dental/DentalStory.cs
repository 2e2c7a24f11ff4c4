using Microsoft.Extensions.DependencyInjection;
using NaraVard.Identifiers.Persons;
using NaraVard.Identifiers.Places;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Persons;
using Client = NaraVard.Contracts.Listing.V1.DentalService.DentalServiceClient;

namespace NaraVard.Listing.Tests.Features.Dental;

/// <summary>Brings a child to where a test of dental care begins.</summary>
internal static class DentalStory
{
    public static readonly DateOnly Born = new(2015, 4, 9);

    public static Client Dentists(this ChoiceHost host, string clinic) => new(host.As(ChoiceHost.StaffAt(clinic)));

    public static Client DentalPartner(this ChoiceHost host) => new(host.As(ChoiceHost.Partner));

    public static Client DentalAdministration(this ChoiceHost host) => new(host.As(ListingHost.Admin));

    /// <summary>Somebody in region 17, listed for dental care at a clinic from a day; the number.</summary>
    public static async Task<string> Patient(
        this ChoiceHost host, string? clinic, DateOnly? birth = null, DateOnly? listedFrom = null,
        DateOnly? registeredFrom = null, bool isProtected = false, DateOnly? deceased = null)
    {
        var number = host.Numbers.Reserve();
        var born = birth ?? Born;
        var vault = host.Services.GetRequiredService<NumberVault>();
        await host.Save(new Person(
            host.KeyOf(number), NumberKind.Reservnummer,
            vault.Seal(NationalNumber.Parse(number, ChoiceHost.Today).RevealWithOid()), "17", new()
            {
                BirthDate = born,
                Protection = isProtected ? Protection.SecrecyMarking : Protection.None,
                Residence = new(KommunCode.Parse("1780"), null, null),
                RegisteredFrom = registeredFrom ?? born,
                Deceased = deceased,
            }));
        if (clinic is not null)
            await host.ListFrom(number, clinic, listedFrom ?? new(born.Year + 3, 1, 1));
        return number;
    }

    /// <summary>Lists for dental care, as if it had been chosen then.</summary>
    public static Task ListFrom(
        this ChoiceHost host, string number, string clinic, DateOnly from, DateOnly? until = null)
    {
        var listing = new PersonListing(
            new()
            {
                Id = Guid.CreateVersion7(),
                Person = host.KeyOf(number),
                Type = ListingType.Dental,
                Clinic = clinic,
                Region = "17",
                Kind = ListingKind.Active,
                RequestedOn = from,
                RequestedAt = DateTimeOffset.UnixEpoch,
            },
            from);
        if (until is { } end)
            listing.End(end, EndReason.Relisted);
        return host.Save(listing);
    }

    /// <summary>An examination with low risk of both; <paramref name="change"/> makes it another.</summary>
    public static Proto.RecordExaminationRequest Examination(
        string person, string day = "2026-11-20", Proto.RiskGroup risk = Proto.RiskGroup.Low,
        Action<Proto.RecordExaminationRequest>? change = null)
    {
        var request = new Proto.RecordExaminationRequest
        {
            ExaminationId = Guid.CreateVersion7().ToString(),
            PersonNumber = person,
            Day = day,
            CariesRisk = risk,
            PeriodontalRisk = Proto.RiskGroup.Low,
        };
        change?.Invoke(request);
        return request;
    }

    /// <summary>Has been examined at the clinic.</summary>
    public static async Task<Proto.Examination> Examined(
        this ChoiceHost host, string clinic, string person, string day, Proto.RiskGroup risk = Proto.RiskGroup.Low) =>
        await host.Dentists(clinic).RecordExaminationAsync(Examination(person, day, risk));
}
