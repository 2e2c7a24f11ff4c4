using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Persons;
using Npgsql;

namespace NaraVard.Faults.Worker;

/// <summary>
/// Says events about some persons, several in a transaction, and tells on its output what has been committed: person
/// and number, a line each, when the database has answered and not before.
/// </summary>
internal sealed class Writer(IServiceScopeFactory scopes, IConfiguration settings, TimeProvider clock)
    : BackgroundService
{
    private readonly Random random = new(settings.GetValue<int>("Seed"));
    private readonly int persons = settings.GetValue<int>("Persons");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(settings.GetValue<int>("Pace")), clock);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var (person, number) in await Say(stoppingToken))
                    output.Write($"said {person} {number}\n");
                await output.FlushAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or DbUpdateException
                or InvalidOperationException { InnerException: NpgsqlException })
            {
                // The database is down, or died under the commit: nothing is acknowledged.
            }
        }
    }

    private async Task<List<(Guid Person, long Number)>> Say(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkerDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox<WorkerDb>>();
        var said = new List<(Guid, long)>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var writing = await db.Database.SqlQuery<bool>($"select writing as \"Value\" from control for share")
            .ToListAsync(ct);
        if (!writing[0])
            return said;
        foreach (var (person, isUnsendable) in SomePersons())
        {
            var isPoison = !isUnsendable && random.Next(60) == 0;
            var number = await Count(db, person, isPoison, isUnsendable, ct);
            PersonKey? key = person == Guid.Empty ? null : new PersonKey(person);
            if (IsCorrection(number) && !isUnsendable && !isPoison)
                outbox.Publish(key, new Corrected { Person = person, Number = number });
            else
                outbox.Publish(key, new Entered
                {
                    Person = person,
                    Number = number,
                    IsPoison = isPoison,
                    IsUnsendable = isUnsendable,
                });
            said.Add((person, number));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return said;
    }

    /// <summary>In the order of their keys, so that two replicas do not wait for each other crosswise.</summary>
    private IEnumerable<(Guid Person, bool IsUnsendable)> SomePersons()
    {
        var known = Enumerable.Range(0, random.Next(1, 8))
            .Select(_ => new Guid(random.Next(persons), 0, 0, new byte[8]))
            .Order();
        foreach (var person in known)
            yield return (person, false);
        // Somebody new, since the later messages wait for the one that cannot be sent.
        if (random.Next(40) > 0)
            yield break;
        var newcomer = Guid.CreateVersion7();
        yield return (newcomer, true);
        yield return (newcomer, false);
        yield return (newcomer, false);
    }

    private static bool IsCorrection(long number) => number % 4 == 0;

    private static async Task<long> Count(
        WorkerDb db, Guid person, bool isPoison, bool isUnsendable, CancellationToken ct)
    {
        var numbers = await db.Database.SqlQuery<long>(
            $"""
            with counted as (
                insert into counters as c values ({person}, 1)
                on conflict (person) do update set number = c.number + 1 returning number)
            insert into said
            select {person}, number,
                case when number % 4 = 0 and not {isPoison} and not {isUnsendable}
                    then {nameof(Corrected)} else {nameof(Entered)} end,
                {isPoison}, {isUnsendable}
            from counted returning number as "Value"
            """).ToListAsync(ct);
        return numbers[0];
    }
}
