using System.Collections.Concurrent;
using System.Globalization;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.HouseRules.Tests;
using NaraVard.Identifiers;
using NaraVard.Identifiers.Persons;
using NaraVard.Identifiers.Places;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Domain.Places;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

/// <summary>
/// Region 17 with Halland's rules, region 18 with Stockholm's and region 21 with Gävleborg's; a new clinic and a new
/// person for each test.
/// </summary>
public class ChoiceHost : ListingHost
{
    private int clinics;

    internal static DateOnly Today { get; } = new(2026, 11, 20);

    internal static DateOnly Tomorrow { get; } = Today.AddDays(1);

    internal static TestUser Partner { get; } = People.In(Roles.Partner);

    /// <summary>Another region's administration, which lists from the same day and clears queues.</summary>
    internal static TestUser Stockholmer { get; } = People.In(Roles.ListingAdmin, "region:18");

    internal Client Administration => new(As(Admin));

    internal Client Choices => new(As(Partner));

    /// <summary>Staff at a clinic.</summary>
    internal static TestUser StaffAt(string clinic) => People.In(Roles.UnitManager) with { Unit = clinic };

    internal Client At(string clinic) => new(As(StaffAt(clinic)));

    /// <summary>A clinic in Karlstad that takes people for all care, from 2020 to the agreement's last day.</summary>
    internal async Task<string> Clinic(
        DateOnly? agreementTo = null, Position? at = null, ListingType[]? types = null, string kommun = "1780",
        ClinicKind kind = ClinicKind.HealthCentre, AgeLimits? ages = null)
    {
        var id = HsaId.Parse($"SE2321000016-C{Interlocked.Increment(ref clinics):D4}");
        var from = new DateOnly(2020, 1, 1);
        var clinic = new Clinic(id, from, new()
        {
            Name = "Vårdcentralen Gripen",
            OwnerForm = OwnerForm.Own,
            Kind = kind,
            KommunCode = kommun,
            Position = at ?? new(59.38, 13.50),
            Ages = ages ?? AgeLimits.None,
            Agreements =
            [
                .. (types ?? Enum.GetValues<ListingType>()).Select(type => new Agreement(type, from, agreementTo)),
            ],
        });
        await Save(clinic);
        return id.Value;
    }

    /// <summary>Somebody in the register of region 17 unless another is said.</summary>
    internal async Task<string> Person(
        string? number = null, string region = "17", Action<Register>? change = null, params string[] guardians)
    {
        var text = number ?? Numbers.Adult();
        var said = new Register { Number = NationalNumber.Parse(text, Today) };
        change?.Invoke(said);
        var sealedNumber = Services.GetRequiredService<NumberVault>().Seal(said.Number.RevealWithOid());
        var person = new Person(
            KeyOf(text), said.Number.Kind, sealedNumber, region,
            new()
            {
                BirthDate = said.Number.BirthDate()!.Value,
                Protection = said.Protection,
                Residence = new(KommunCode.Parse("1780"), said.PostalCode, said.Home, said.Dwelling),
                RegisteredFrom = said.RegisteredFrom,
                Deceased = said.Deceased,
                MovedOut = said.MovedOut,
            });
        await Save([person, .. guardians.Select(one => new Guardian(KeyOf(text), KeyOf(one), new(2000, 1, 1)))]);
        return text;
    }

    /// <summary>Somebody under 14 years.</summary>
    internal string Child()
    {
        var number = Numbers.Child();
        return string.CompareOrdinal(number, "2013") < 0 ? Child() : number;
    }

    /// <summary>A choice of primary care by the person; <paramref name="change"/> makes it another.</summary>
    internal static Proto.ChooseClinicRequest Choice(
        string person, string clinic, Action<Proto.ChooseClinicRequest>? change = null)
    {
        var request = new Proto.ChooseClinicRequest
        {
            ListingId = Guid.CreateVersion7().ToString(),
            PersonNumber = person,
            Type = Proto.ListingType.PrimaryCare,
            ClinicId = clinic,
            MayQueue = true,
        };
        change?.Invoke(request);
        return request;
    }

    /// <summary>Somebody new who is listed, or queues, at the clinic.</summary>
    internal async Task<Proto.Listing> Listed(string clinic, string? person = null) =>
        await Choices.ChooseClinicAsync(Choice(person ?? await Person(), clinic));

    /// <summary>Many people, who have reserve numbers.</summary>
    internal async Task Crowd(int people)
    {
        var vault = Services.GetRequiredService<NumberVault>();
        foreach (var chunk in Enumerable.Range(0, people).Select(InCrowd).Chunk(1000))
            await Save([.. chunk.Select(text => new Person(
                KeyOf(text), NumberKind.Reservnummer, vault.Seal(NationalNumber.Parse(text, Today).RevealWithOid()),
                "17", new()
                {
                    BirthDate = new(1980, 1, 1),
                    Protection = Protection.None,
                    Residence = new(KommunCode.Parse("1780"), null, null),
                    RegisteredFrom = new(2000, 1, 1),
                }))]);
    }

    /// <summary>The number of one in the crowd.</summary>
    internal static string InCrowd(int i) =>
        new DateOnly(1940, 1, 1).AddDays(i).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "SU3B";

    /// <summary>A ceiling from today for half a year.</summary>
    internal async Task<Proto.Ceiling> Ceiling(string clinic, int listedMax) =>
        await Administration.DecideCeilingAsync(Decision(clinic, listedMax));

    internal static Proto.DecideCeilingRequest Decision(string clinic, int listedMax) => new()
    {
        CeilingId = Guid.CreateVersion7().ToString(),
        ClinicId = clinic,
        Type = Proto.ListingType.PrimaryCare,
        ListedMax = listedMax,
        FromDay = "2026-11-20",
        ToDay = "2027-05-19",
        DecisionReference = "HSN 2026/1234",
    };

    /// <summary>What the service says of a kind from now on.</summary>
    internal async Task<IReadOnlyCollection<T>> Hear<T>()
        where T : class
    {
        var heard = new ConcurrentQueue<T>();
        var endpoint = Services.GetRequiredService<IBusControl>().ConnectReceiveEndpoint(
            $"ears-{typeof(T).Name}", ears => ears.Handler<T>(context =>
            {
                heard.Enqueue(context.Message);
                return Task.CompletedTask;
            }));
        await endpoint.Ready;
        return heard;
    }

    /// <summary>Waits for what must come true, while the clock goes on in small steps.</summary>
    internal Task Until(string what, Func<Task<bool>> condition) => Soon.Holds(what, () =>
    {
        Clock.Advance(TimeSpan.FromMilliseconds(20));
        return condition();
    });

    internal Task Until(string what, Func<bool> condition) => Until(what, () => Task.FromResult(condition()));

    internal async Task Save(params object[] rows)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ListingDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    protected override Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["ListingPolicy:StepSeconds"] = "3600",
            ["ListingPolicy:DoctorTargets:0:Region"] = "17",
            ["ListingPolicy:DoctorTargets:0:PersonsPerSpecialist"] = "10",
            ["ListingPolicy:DoctorTargets:0:PersonsPerTrainee"] = "5",
        };
        var profiles = new[] { ("17", "halland", 0), ("18", "stockholm", 1), ("21", "gavleborg", 2) };
        foreach (var (region, profile, i) in profiles)
            foreach (var (key, value) in new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(RepositoryRoot.Path, $"services/Listing/Profiles/{profile}.json")).Build()
                .GetSection("ListingPolicy:Policies:0").AsEnumerable(makePathsRelative: true))
                if (value is not null)
                    settings[$"ListingPolicy:Policies:{i}:{key}"] = key == "Region" ? region : value;
        return settings;
    }

    /// <summary>What the register says of somebody.</summary>
    internal sealed class Register
    {
        public required NationalNumber Number { get; init; }

        public Protection Protection { get; set; } = Protection.None;

        public Guid? Dwelling { get; set; }

        public PostalCode? PostalCode { get; set; }

        public Position? Home { get; set; } = new(59.38, 13.51);

        public DateOnly RegisteredFrom { get; set; } = new(2000, 1, 1);

        public DateOnly? Deceased { get; set; }

        public DateOnly? MovedOut { get; set; }
    }
}

/// <summary>One host for the tests of choice: they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class OneChoice : ICollectionFixture<ChoiceHost>
{
    public const string Name = "one choice";
}
