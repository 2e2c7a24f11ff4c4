using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Reference;

public sealed class GetMeasuresTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Hides_what_is_counted_from_few_and_gives_not_even_the_count_away()
    {
        await host.Answered();

        var measures = await host.Er.GetMeasuresAsync(Days());

        var hidden = new Share { IsHidden = true };
        Assert.All(
            [
                measures.AvoidedAdmissions, measures.Returns72Hours, measures.Returns30Days, measures.Declined,
                measures.WrongKommun, measures.StartedBeforeHome,
            ],
            share => Assert.Equal(hidden, share));
        Assert.All(
            [measures.RequestToAcknowledge, measures.AcknowledgeToOutcome],
            minutes => Assert.Equal(new Minutes { IsHidden = true }, minutes));
    }

    [Fact]
    public async Task Answers_the_same_again() => Assert.Equal(
        await host.Bibbi.GetMeasuresAsync(Days()), await host.Bibbi.GetMeasuresAsync(Days()));

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Eva, ["fromDay required", "toDay malformed"],
        (c, o) => c.GetMeasuresAsync(new() { ToDay = "i morgon" }, o), isLogged: false);

    [Theory]
    [InlineData("2026-03-10", "2026-03-09")]
    [InlineData("2025-01-01", "2026-03-10")]
    public Task Refuses_a_period_that_is_none_or_too_long(string from, string to) => host.RefusesInput(
        People.Eva, ["toDay not-a-period"],
        (c, o) => c.GetMeasuresAsync(new() { FromDay = from, ToDay = to }, o), isLogged: false);

    [Fact]
    public Task Lets_in_only_those_who_follow_up() => host.LetsInOnly(
        ["er-staff", "bistandsbedomare", "unit-manager", "analyst"], (c, o) => c.GetMeasuresAsync(Days(), o));

    private static GetMeasuresRequest Days() => new() { FromDay = "2026-03-10", ToDay = "2026-03-11" };
}
