using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Features.Capitation.Wire;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ReproducedRunTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Its_own_counts_figures_and_package_give_its_digests_when_all_else_has_changed()
    {
        await story.Published(Draft.Framed("1234567.89", Draft.Figure("acg", "acg-points", "40.123456")));
        await story.Delivered((Own, "acg-points", "100.5"), (Far, "acg-points", "7"), (Private, "acg-points", "0"));
        await story.Listed(Own, 3, person: "sex = null, immigrated_on = '2024-01-01', social_facts = 31");
        var started = await story.Run();
        await story.Delivered((Own, "acg-points", "1"), (Far, "acg-points", "2"));
        await story.Listed(Far, 50);
        await host.Database.Execute("update persons set birth_date = '2020-01-01', sex = 1; delete from listings");

        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ListingDb>();
        var run = await db.CapitationRuns.AsNoTracking().SingleAsync(one => one.Id == Guid.Parse(started.RunId));
        var snapshot = await db.SnapshotOf(run, default);
        var package = await db.Packages.SingleAsync(one => one.Id == run.PackageId);
        var again = Calculation.Of(ParsedPackage.Model(package), run.Month, snapshot);

        Assert.Equal(
            (started.SnapshotDigest, started.ResultDigest),
            (Convert.ToHexStringLower(snapshot.Digest()), Convert.ToHexStringLower(again.Digest())));
        Assert.Equal(
            started.ResultDigest, Convert.ToHexStringLower((await db.ResultOf(run, default)).Digest()));
    }
}
