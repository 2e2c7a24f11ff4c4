using NaraVard.Events.Listing;

namespace NaraVard.Handoff.Tests.Features.Hearing;

public sealed class OnPersonIdentityMergedTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Takes_the_new_key_and_changes_nothing_when_told_again()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);
        var merged = new PersonIdentityMerged
        {
            OldPersonKey = host.KeyOf(ask.Person.Number).ToString(),
            PersonKey = Guid.CreateVersion7().ToString("N"),
            OccurredAt = host.Now,
        };
        var key = $"select replace(person::text, '-', '') from handoffs where id = '{ask.HandoffId}'";

        await host.Tell(merged);
        await host.Tell(merged);

        await host.Until(
            "the key is the new one", async () => await host.Database.Ask<string>(key) == merged.PersonKey);
    }
}
