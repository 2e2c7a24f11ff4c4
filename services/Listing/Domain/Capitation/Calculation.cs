using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>A month's payment: listing, points, price, components, lines, reconciliation. Pure.</summary>
internal static class Calculation
{
    /// <summary>
    /// The lines of every unit, each rounded once, and one line that takes what rounding leaves, so that all lines
    /// together are the total to the öre. Refuses when a figure is missing, and when the frame cannot be kept.
    /// </summary>
    public static Result Of(PaymentModel model, DateOnly month, Snapshot snapshot)
    {
        FigureCheck.Require(model, month, snapshot);
        var frame = model.FrameOf(month);
        var price = frame is { } known ? RestPrice(model, month, snapshot, known) : 0;
        var course = Run(model, month, snapshot, price);
        var lines = course.All.Where(part => part.Share.Quantity != 0 || part.Share.Kronor != 0)
            .Select(part => new Line(
                part.Share.Unit.Id, part.Code, part.Share.Quantity, Money.Round(part.Share.Kronor))
            {
                Parts = part.Share.Parts,
            }).ToList();
        var total = Money.Round(frame ?? course.Total);
        return new Result(lines, total);
    }

    /// <summary>Every amount grows in a line with the price: two tries tell where it meets the frame.</summary>
    private static decimal RestPrice(PaymentModel model, DateOnly month, Snapshot snapshot, decimal frame)
    {
        var without = Run(model, month, snapshot, 0).Total;
        var perKrona = Run(model, month, snapshot, 1).Total - without;
        if (without > frame && !model.On(month).Where(one => one.TakesRest).All(one => one.MayBeUnder))
            throw Refusals.FrameExceeded(without, frame);
        if (perKrona == 0)
            throw Refusals.NobodyToShareFrame();
        return (frame - without) / perKrona;
    }

    private static Course Run(PaymentModel model, DateOnly month, Snapshot snapshot, decimal restPrice)
    {
        var course = new Course(snapshot, restPrice);
        foreach (var component in model.On(month))
            course.Take(component);
        return course;
    }
}
