using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Rest;
using Npgsql;

namespace NaraVard.Platform.Rpc;

/// <summary>Removes stored answers whose time is over, in every service's database.</summary>
internal sealed class AnswerSweeper(
    ServiceNames names, IServiceProvider services, TimeProvider clock, IdempotencyOptions options,
    ILogger<AnswerSweeper> log) : BackgroundService
{
    /// <summary>Removes them now.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        foreach (var service in names.All)
        {
            var database = services.GetRequiredKeyedService<NpgsqlDataSource>(service);
            await using var forget = database.CreateCommand("delete from platform.idempotency where expires <= $1");
            forget.Parameters.Add(new() { Value = clock.GetUtcNow() });
            var count = await forget.ExecuteNonQueryAsync(cancellation);
            if (count > 0)
                Log.Forgot(log, count);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.SweepMinutes), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (NpgsqlException outage)
            {
                Log.SweepFailed(log, outage);
            }
        }
    }
}
