using Grpc.Core;
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
/// The service as it runs, with clinics of each choice system. Each story begins with nobody listed and nothing put.
/// </summary>
public sealed class CapitationHost : IAsyncLifetime
{
    internal const string Own = "SE9900000176-OWN";
    internal const string Far = "SE9900000176-FAR";
    internal const string Private = "SE9900000176-PRIVATE";
    internal const string PublicDental = "SE9900000176-FTV";
    internal const string Elsewhere = "SE9900000176-HALLAND";
    internal const string PrivateDental = "SE9900000176-TAND";

    private readonly ServiceFixture<ListingModule, ListingDb> service = new();
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
            Clinic(Elsewhere, OwnerForm.Own, ClinicKind.HealthCentre, ListingType.PrimaryCare, "1380"),
            Clinic(PublicDental, OwnerForm.Own, ClinicKind.PublicDental, ListingType.Dental),
            Clinic(PrivateDental, OwnerForm.Private, ClinicKind.PrivateClinic, ListingType.Dental));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => service.DisposeAsync();

    /// <summary>What people call a clinic.</summary>
    internal static string Name(string id) => $"Mottagningen {id[(id.IndexOf('-') + 1)..]}";

    /// <summary>A story in a region where nothing has happened; one is told at a time.</summary>
    internal Story NewStory()
    {
        using var command = Database.Source.CreateCommand(
            """
            truncate persons, listings, figures, packages, declarations, capitation_runs, capitation_cells,
                capitation_lines;
            """);
        command.ExecuteNonQuery();
        return new Story(this);
    }

    internal Client As(TestUser? user) => new(Rpc(user));

    /// <summary>Calls for this user; nobody's when null.</summary>
    internal CallInvoker Rpc(TestUser? user) => user is null ? service.Rpc((string?)null) : service.Rpc(user);

    private static Clinic Clinic(
        string id, OwnerForm owner, ClinicKind kind, ListingType type, string kommun = "1780") => new(
        HsaId.Parse(id), new DateOnly(2020, 1, 1), new ClinicProfile
        {
            Name = Name(id),
            OwnerForm = owner,
            Kind = kind,
            KommunCode = kommun,
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
