using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Er;
using NaraVard.Handoff.Tests.Features.Hearing;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Reference;

/// <summary>
/// GetMeasures against a count by hand (DOMAIN E8). 24 handoffs, numbered from 0; what happens to each is said below.
/// </summary>
public sealed class HandCountTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    private static readonly TimeSpan Stay = TimeSpan.FromHours(2);

    [Fact]
    public async Task Equals_the_count_by_hand_for_the_region_and_for_the_kommun()
    {
        for (var number = 0; number < 24; number++)
            await Play(number);
        var expected = new Measures
        {
            // 20 went home; 0, 1 and 2 were admitted within 72 hours.
            AvoidedAdmissions = Share(17, 24, 70.8),
            // 4 to 7 came back within 72 hours, 8 to 10 within 30 days.
            Returns72Hours = Share(4, 20, 20),
            Returns30Days = Share(7, 20, 35),
            // 22 and 23 declined.
            Declined = Share(2, 24, 8.3),
            // 20 was forwarded, 21 was not registered here.
            WrongKommun = Share(2, 24, 8.3),
            // 0 to 4 had their help before they came home.
            StartedBeforeHome = Share(5, 20, 25),
            // 1 to 24 minutes, and 2 to 48 minutes.
            RequestToAcknowledge = new() { OfCount = 24, Median = 12.5 },
            AcknowledgeToOutcome = new() { OfCount = 24, Median = 25 },
        };

        var days = new GetMeasuresRequest { FromDay = "2026-03-10", ToDay = "2026-03-12" };

        Assert.Equal(expected, await host.Er.GetMeasuresAsync(days));
        Assert.Equal(expected, await host.Bibbi.GetMeasuresAsync(days));
        Assert.True((await host.As(People.Hanna).GetMeasuresAsync(days)).AvoidedAdmissions.IsHidden);
        Assert.True((await host.As(People.OtherRegion).GetMeasuresAsync(days)).AvoidedAdmissions.IsHidden);
        var dayBefore = new GetMeasuresRequest { FromDay = "2026-03-08", ToDay = "2026-03-09" };
        Assert.True((await host.Er.GetMeasuresAsync(dayBefore)).AvoidedAdmissions.IsHidden);
    }

    private async Task Play(int number)
    {
        var ask = host.Ask(ask => ask.KommunCode = number == 20 ? "1761" : "1780");
        var requested = host.Now;
        await host.Er.RequestHandoffAsync(ask);
        if (number == 20)
            await host.As(People.Hanna).ForwardHandoffAsync(new() { HandoffId = ask.HandoffId, KommunCode = "1780" });
        host.Clock.MoveTo(requested.AddMinutes(1 + number));
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = ask.HandoffId });
        await host.Bibbi.StartHandoffAsync(new() { HandoffId = ask.HandoffId });
        host.Clock.MoveTo(requested.AddMinutes(3 * (1 + number)));
        var outcome = OutcomeOf(number, requested);
        await host.Bibbi.RecordOutcomeAsync(new() { HandoffId = ask.HandoffId, Outcome = outcome });
        await Tell(number, host.KeyOf(ask.Person.Number).ToString(), requested);
    }

    private Outcome OutcomeOf(int number, DateTimeOffset requested)
    {
        if (number >= 20)
            return new()
            {
                Kind = number switch
                {
                    20 => OutcomeKind.Information,
                    21 => OutcomeKind.NotRegisteredHere,
                    _ => OutcomeKind.DeclinedByPerson,
                },
            };
        var help = host.HelpThisEvening();
        var startsAt = requested + Stay + TimeSpan.FromMinutes(number < 5 ? 0 : 1);
        help.ServiceStart.StartsAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(startsAt);
        return help;
    }

    private async Task Tell(int number, string person, DateTimeOffset requested)
    {
        var home = requested + Stay;
        if (number >= 20)
            await Admitted(person, home);
        else
            await Noted(visit => new PatientDischarged
            {
                FromHospital = false,
                VisitId = visit,
                PersonKey = person,
                OccurredAt = home,
            });
        if (number < 4)
            await Admitted(person, home.AddHours(number < 3 ? 72 : 73));
        if (number is >= 4 and <= 11)
            await Noted(visit => new ErVisitStarted
            {
                VisitId = visit,
                PersonKey = person,
                OccurredAt = home.AddDays(number <= 7 ? 3 : number <= 10 ? 30 : 31),
            });
    }

    private Task Admitted(string person, DateTimeOffset at) => Noted(visit => new PatientAdmitted
    {
        EncounterId = "vtf-" + visit.ToString("N"),
        VisitId = visit,
        PersonKey = person,
        OccurredAt = at,
    });

    private async Task Noted<T>(Func<Guid, T> told)
        where T : class
    {
        var visit = Guid.CreateVersion7();
        await host.Tell(told(visit));
        await host.Until("it is noted", async () => await host.Noted(visit) == 1);
    }

    private static Share Share(int count, int of, double percent) => new()
    {
        Count = count,
        OfCount = of,
        Percent = percent,
    };
}
