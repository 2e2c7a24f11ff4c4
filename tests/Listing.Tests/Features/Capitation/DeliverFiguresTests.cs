using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class DeliverFiguresTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Answers_row_by_row_and_keeps_the_sound_ones()
    {
        var answer = await story.ByAnna.DeliverFiguresAsync(new()
        {
            Figures =
            {
                Row("acg-points", "7350.5"), Row("acg-points", "1e5"), Row("ACG", "1"),
                Row("acg-points", "1", unit: "SE9900000176-NOBODY"), Row("acg-points", "1", month: "2026-13"),
                Row("acg-points", "1", unit: CapitationHost.Elsewhere),
            },
        });
        var again = await story.ByAnna.DeliverFiguresAsync(
            new() { Figures = { Row("acg-points", "7350.5"), Row("acg-points", "7000") } });

        Assert.Equal(
            [("", ""), ("value", "malformed"), ("measure", "malformed"), ("unit", "unknown-unit"),
                ("month", "malformed"), ("unit", "unknown-unit")],
            answer.Rows.Select(row => (row.Field, row.Code)));
        Assert.Equal([RowOutcome.Same, RowOutcome.Kept], again.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public async Task Refuses_nothing_and_too_much()
    {
        var many = new DeliverFiguresRequest();
        many.Figures.AddRange(Enumerable.Repeat(Row("acg-points", "1"), 10_001));

        Assert.Equal(["figures out-of-range"], await story.ByAnna.DeliverFiguresAsync(new()).Faults());
        Assert.Equal(["figures out-of-range"], await story.ByAnna.DeliverFiguresAsync(many).Faults());
    }

    private static UnitFigure Row(
        string measure, string value, string unit = CapitationHost.Own, string month = Story.Month) =>
        new() { Unit = unit, Month = month, Measure = measure, Value = value };
}
