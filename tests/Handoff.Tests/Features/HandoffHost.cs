using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Handoff.Data;
using NaraVard.Platform.Persons;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Handoff.V1.HandoffService.HandoffServiceClient;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>The service as it runs, with the desks of Karlstad (always open), Hammarö and Kil (office hours).</summary>
public sealed class HandoffHost : IAsyncLifetime
{
    private readonly Running service = new();
    private int requests;

    internal TestClock Clock => service.Clock;

    internal TestNumbers Numbers { get; } = new();

    internal Database Database => service.Database;

    internal IServiceProvider Services => service.Services;

    internal TestIdentity Identity => service.Identity;

    /// <summary>Everything that the service printed.</summary>
    internal string Log => service.Log.Text;

    /// <summary>What the service has said to others.</summary>
    internal Ears Ears { get; } = new();

    internal Client Er => As(People.Eva);

    internal Client Bibbi => As(People.Bibbi);

    /// <summary>Now, as the service writes it down.</summary>
    internal DateTimeOffset Now => Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await Ears.Listen(Services.GetRequiredService<IBusControl>());
    }

    public Task DisposeAsync() => service.DisposeAsync();

    /// <summary>A client for this user; nobody's when null. Its token lives for five minutes of the clock.</summary>
    internal Client As(TestUser? user) => new(user is null ? service.Rpc((string?)null) : service.Rpc(user));

    /// <summary>A request id that nobody can take for an identity number, so that the service keeps it.</summary>
    internal string NewRequestId() => $"request-{++requests}";

    /// <summary>For calls that no generated client makes, for this user.</summary>
    internal CallInvoker Rpc(TestUser user) => service.Rpc(user);

    internal HttpClient Json(TestUser user) => service.Json(user);

    internal PersonKey KeyOf(string number) => Services.GetRequiredService<PersonKeys>().Of(number);

    /// <summary>Waits for what must come true, while the clock goes on in small steps.</summary>
    internal Task Until(string what, Func<Task<bool>> condition) => Soon.Holds(what, () =>
    {
        Clock.Advance(TimeSpan.FromMilliseconds(20));
        return condition();
    });

    internal Task Until(string what, Func<bool> condition) => Until(what, () => Task.FromResult(condition()));

    /// <summary>An event of this kind about this handoff, as soon as it has been heard.</summary>
    internal async Task<T> Heard<T>(string handoffId)
        where T : class
    {
        await Until($"{typeof(T).Name} is heard", () => Ears.All<T>(handoffId).Count > 0);
        return Ears.All<T>(handoffId)[0];
    }

    /// <summary>Another service's event, as it comes over the bus; the same id is the same delivery.</summary>
    internal Task Tell<T>(T message, Guid? messageId = null)
        where T : class =>
        Services.GetRequiredService<IBus>().Publish(
            message, context => context.MessageId = messageId ?? Guid.CreateVersion7());

    private sealed class Running : ServiceFixture<HandoffModule, HandoffDb>
    {
        private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

        protected override Dictionary<string, string> Settings()
        {
            var settings = new Dictionary<string, string>
            {
                ["Handoff:CandidateRules:0:Organisation"] = "region:17",
                ["Handoff:CandidateRules:0:From"] = "2023-10-01",
                ["Handoff:CandidateRules:0:AgeYearsMin"] = "75",
                ["Handoff:CandidateRules:0:FrailtyMin"] = "5",
                ["Handoff:PreventiveActions:0:Code"] = "fall-prevention",
                ["Handoff:PreventiveActions:0:Sv"] = "Fallförebyggande hembesök",
                ["Handoff:PreventiveActions:0:En"] = "Home visit to prevent falls",
                ["Handoff:PreventiveActions:1:Code"] = "phone-friend",
                ["Handoff:PreventiveActions:1:Sv"] = "Telefonvän",
                ["Handoff:PreventiveActions:1:En"] = "Telephone friend",
                ["Handoff:PreventiveActions:1:From"] = "2023-10-01",
                ["Handoff:PreventiveActions:1:To"] = "2025-12-31",
            };
            AddDesk(settings, 0, "1780", "Karlstad", "00:00", "23:59", [.. Weekdays, "Saturday", "Sunday"]);
            AddDesk(settings, 1, "1761", "Hammarö", "08:00", "16:30", Weekdays);
            AddDesk(settings, 2, "1715", "Kil", "08:00", "16:30", Weekdays);
            AddDesk(settings, 3, "1715", "Kil", "09:00", "15:00", Weekdays);
            settings["Handoff:Desks:3:From"] = "2030-01-01";
            settings["Handoff:Desks:3:To"] = "2030-12-31";
            return settings;
        }

        private static void AddDesk(
            Dictionary<string, string> settings, int index, string kommun, string place, string from, string to,
            string[] days)
        {
            var desk = $"Handoff:Desks:{index}";
            settings[$"{desk}:KommunCode"] = kommun;
            settings[$"{desk}:Name"] = $"Biståndsmottagningen {place}";
            settings[$"{desk}:Phone"] = $"0980-31 92 2{index}";
            settings[$"{desk}:AcknowledgeMinutes"] = "15";
            settings[$"{desk}:Open:0:From"] = from;
            settings[$"{desk}:Open:0:To"] = to;
            foreach (var (day, i) in days.Select((day, i) => (day, i)))
                settings[$"{desk}:Open:0:Days:{i}"] = day;
        }
    }
}
