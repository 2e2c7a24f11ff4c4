using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Tests.Domain.Choice;

/// <summary>
/// What must hold whatever happens (DOMAIN B2.3), shown by thousands of random steps of a small region: people choose,
/// are let in from queues, die, and days go by. A seed that fails is printed and fails again.
/// </summary>
public sealed class InvariantTests
{
    public static TheoryData<string, int> Seeds()
    {
        var seeds = new TheoryData<string, int>();
        foreach (var name in Profile.Names)
            for (var seed = 1; seed <= 8; seed++)
                seeds.Add(name, seed);
        return seeds;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Hold_after_every_step(string region, int seed)
    {
        var world = new World(Profile.Of(region), new Random(seed));
        for (var step = 0; step < 300; step++)
        {
            world.Step();
            NobodyIsListedTwice(world);
            NoCeilingIsBroken(world);
            Assert.True(world.LetInWasFirst, $"{region} {seed}: somebody passed the queue in step {step}");
            if (world.Policy.Queues.RelistingClears)
                Assert.DoesNotContain(
                    world.Queue, place => place.Person == world.ListedNow && place.EndedOn is null);
        }

        Assert.True(world.LetIn > 0, $"{region} {seed}: nobody was let in from a queue");
    }

    private static void NobodyIsListedTwice(World world)
    {
        foreach (var book in world.Books.Values)
            for (var day = A.Today.AddDays(-5); day <= world.Today.AddDays(45); day = day.AddDays(1))
                Assert.InRange(book.All.Count(one => one.StateOn(day) == ListingState.Active), 0, 1);
    }

    private static void NoCeilingIsBroken(World world)
    {
        foreach (var clinic in World.Clinics)
        {
            var there = world.Books.Values.SelectMany(book => book.All)
                .Where(one => one.Clinic == clinic && !one.IsExempt).ToList();
            for (var day = world.Today; day <= world.Today.AddDays(45); day = day.AddDays(1))
                Assert.InRange(there.Count(one => one.StateOn(day) == ListingState.Active), 0, World.CeilingMax);
            Assert.Equal(there.Count(one => one.Until is null), world.Loads[clinic].Counted);
            Assert.Equal(
                world.Queue.Count(one => one.Clinic == clinic && one.EndedOn is null), world.Loads[clinic].Waiting);
        }
    }
}
