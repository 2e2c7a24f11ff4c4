using Microsoft.Extensions.DependencyInjection;
using NaraVard.Identifiers;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Places;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.CapitationService.CapitationServiceClient;

namespace NaraVard.Listing.Tests.Features.Capitation;

/// <summary>
/// The service as it runs, with three clinics of each choice system. Each story is in a region of its own, where
/// nobody else is listed.
/// </summary>
public sealed class CapitationHost : IAsyncLifetime
{
    internal const string Own = "SE9900000176-OWN";
    internal const string Far = "SE9900000176-FAR";
    internal const string Private = "SE9900000176-PRIVATE";
    internal const string PublicDental = "SE9900000176-FTV";
    internal const string PrivateDental = "SE9900000176-TAND";

    private readonly ServiceFixture<ListingModule, ListingDb> service = new();
    private int stories;

    internal Database Database => service.Database;

    internal IServiceProvider Services => service.Services;

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ListingDb>();
        db.AddRange(
            Clinic(Own, OwnerForm.Own, ClinicKind.HealthCentre, ListingType.PrimaryCare),
            Clinic(Far, OwnerForm.Own, ClinicKind.CottageHospital, ListingType.PrimaryCare),
            Clinic(Private, OwnerForm.Private, ClinicKind.PrivateClinic, ListingType.PrimaryCare),
            Clinic(PublicDental, OwnerForm.Own, ClinicKind.PublicDental, ListingType.Dental),
            Clinic(PrivateDental, OwnerForm.Private, ClinicKind.PrivateClinic, ListingType.Dental));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => service.DisposeAsync();

    /// <summary>A story in a region where nothing has happened.</summary>
    internal Story NewStory() => new(this, $"{Interlocked.Increment(ref stories):D2}");

    internal Client As(TestUser? user) => new(user is null ? service.Rpc((string?)null) : service.Rpc(user));

    private static Clinic Clinic(string id, OwnerForm owner, ClinicKind kind, ListingType type) => new(
        HsaId.Parse(id), new DateOnly(2020, 1, 1), new ClinicProfile
        {
            Name = id,
            OwnerForm = owner,
            Kind = kind,
            KommunCode = "1780",
            Position = new Position(59.4, 13.5),
            Agreements = [new Agreement(type, new DateOnly(2020, 1, 1), null)],
        });
}

/// <summary>All tests of capitation share one host.</summary>
[CollectionDefinition(Name)]
public sealed class OneHost : ICollectionFixture<CapitationHost>
{
    public const string Name = "capitation";
}
