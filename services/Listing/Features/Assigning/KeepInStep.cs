using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Access;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

/// <summary>
/// Keeps the lists in step with the register and the days: who died, moved or grew too old is listed no more, a clinic
/// that closes leaves nobody behind, free places go to those who wait, who has no clinic is assigned one, and whose
/// doctor leaves is told. What holds on a day is read from days and does not wait for this. Whoever is changed is in
/// the access log first, with the step that does it. Any number of replicas may run it.
/// </summary>
internal sealed class KeepInStep(
    IServiceScopeFactory scopes, ListingPolicyOptions options, PolicyBook policies, TimeProvider clock,
    ILogger<KeepInStep> log) : BackgroundService
{
    /// <summary>Does all that is to be done now; for how many.</summary>
    public async Task<int> Step(CancellationToken cancel)
    {
        var done = 0;
        foreach (var region in policies.Regions)
            done += await Run<Departing>(region, cancel) + await Run<AgingOut>(region, cancel)
                + await Run<LeavingClosed>(region, cancel) + await Run<LettingIn>(region, cancel)
                + await Run<Unlisted>(region, cancel) + await Run<DoctorLeaving>(region, cancel)
                + await Run<CallingOff>(region, cancel);
        return done;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => DatabaseSteps.Take(
        clock, TimeSpan.FromSeconds(options.StepSeconds), Step, error => Log.StepFailed(log, error), stoppingToken);

    private async Task<int> Run<TStep>(string region, CancellationToken cancel)
        where TStep : IStep
    {
        var done = 0;
        foreach (var due in await Due<TStep>(region, cancel))
            if (await Take<TStep>(due, cancel))
                done++;
        return done;
    }

    private async Task<IReadOnlyList<Due>> Due<TStep>(string region, CancellationToken cancel)
        where TStep : IStep
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TStep>().Due(region, options.StepPersonsMax, cancel);
    }

    private async Task<bool> Take<TStep>(Due due, CancellationToken cancel)
        where TStep : IStep
    {
        await using var scope = scopes.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<TStep>();
        scope.ServiceProvider.ActAlone("listing", $"{nameof(KeepInStep)}/{typeof(TStep).Name}")
            .Touch(due.Person, step.Resource, due.Id.ToString(), Organisation.Region(due.Region));
        return await step.Take(due, cancel);
    }
}
