using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Data;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features;

/// <summary>The service as it runs. Its clock stands still on Friday, 20 November 2026, 14:05 in Sweden.</summary>
public class ListingHost : IAsyncLifetime
{
    private readonly Running service;
    private int requests;

    public ListingHost()
    {
        service = new(this);
        service.Clock.MoveTo(new(2026, 11, 20, 13, 5, 0, TimeSpan.Zero));
    }

    internal static TestUser Admin { get; } = People.In(Roles.ListingAdmin);

    /// <summary>The administrator of another region in the same deployment.</summary>
    internal static TestUser OtherRegion { get; } = People.In(Roles.ListingAdmin, "region:18");

    internal TestClock Clock => service.Clock;

    /// <summary>For clients that make their own connections.</summary>
    internal Uri Address => service.Address;

    internal TestIdentity Identity => service.Identity;

    internal Database Database => service.Database;

    internal IServiceProvider Services => service.Services;

    /// <summary>Everything that the service printed.</summary>
    internal string Log => service.Log.Text;

    internal TestNumbers Numbers { get; } = new();

    internal Proto.PersonService.PersonServiceClient Persons => new(As(Admin));

    internal Proto.ImportService.ImportServiceClient Imports => new(As(Admin));

    internal Proto.ClinicService.ClinicServiceClient Clinics => new(As(Admin));

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    /// <summary>Calls for this user; nobody's when null.</summary>
    internal CallInvoker As(TestUser? user) => user is null ? service.Rpc((string?)null) : service.Rpc(user);

    /// <summary>A request id that nobody can take for an identity number, so that the service keeps it.</summary>
    internal string NewRequestId() => $"request-{Interlocked.Increment(ref requests)}";

    internal PersonKey KeyOf(string number) => Services.GetRequiredService<PersonKeys>()
        .Of(NationalNumber.Parse(number, new(2026, 11, 20)));

    /// <summary>Somebody in the register; a child with the guardians that are named.</summary>
    internal async Task<Proto.Person> Registered(
        string? number = null, Action<Proto.RegisterRow>? change = null) =>
        await Persons.RegisterPersonAsync(new() { Row = Row(number ?? Numbers.Adult(), change) });

    /// <summary>Somebody in Karlstad without a protected identity.</summary>
    internal static Proto.RegisterRow Row(string number, Action<Proto.RegisterRow>? change = null)
    {
        var row = new Proto.RegisterRow
        {
            Number = number,
            Protection = Proto.Protection.None,
            KommunCode = "1780",
            PostalCode = "65224",
            Position = new() { Latitude = 59.3793, Longitude = 13.5036 },
        };
        change?.Invoke(row);
        return row;
    }

    /// <summary>More settings of the service.</summary>
    protected virtual Dictionary<string, string> Settings() => [];

    private sealed class Running(ListingHost host) : ServiceFixture<ListingModule, ListingDb>
    {
        protected override Dictionary<string, string> Settings() => host.Settings();
    }
}

/// <summary>One host for all tests of the register: they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class OneListing : ICollectionFixture<ListingHost>
{
    public const string Name = "one listing";
}
