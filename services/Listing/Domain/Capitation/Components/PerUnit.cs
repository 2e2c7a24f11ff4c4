namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>The same for each unit that may get it, such as for public health work (folkhälsoarbete).</summary>
internal sealed record PerUnit(string Code, Price Price) : Component(Code)
{
    public override IEnumerable<Share> Shares(Course course) => Each(course, Price, _ => 1);
}
