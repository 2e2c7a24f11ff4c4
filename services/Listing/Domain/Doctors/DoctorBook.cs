namespace NaraVard.Listing.Domain.Doctors;

/// <summary>
/// All contacts with doctors of one listing: at most one at each instant. What a person chooses or gives up goes
/// through here.
/// </summary>
internal sealed class DoctorBook(IEnumerable<DoctorContact> contacts)
{
    private readonly List<DoctorContact> all = [.. contacts.OrderBy(one => one.Id)];

    public IReadOnlyList<DoctorContact> All => all;

    /// <summary>Whether this doctor is the person's already, as the last that was chosen.</summary>
    public bool Has(string doctor, DateOnly today) =>
        all.LastOrDefault(one => !one.IsOverOn(today))?.Doctor == doctor;

    /// <summary>
    /// What ends when the person wants no doctor from a day on: what is not over by then, or else the contact with one
    /// who has left, so that nobody waits for a new choice.
    /// </summary>
    public IReadOnlyList<DoctorContact> ToGiveUp(DateOnly day) =>
        Open(day) is { Count: > 0 } open ? open
        : all is [.., { EndReason: DoctorEndReason.DoctorLeft } left] ? [left]
        : [];

    /// <summary>Another doctor from a day on; whoever would overlap ends on it. The new contact first.</summary>
    public IReadOnlyList<DoctorContact> Choose(Guid listing, Doctor doctor, DateOnly from)
    {
        var ended = End(Open(from), from, DoctorEndReason.AnotherChosen);
        var next = new DoctorContact(listing, doctor, from);
        all.Add(next);
        return [next, .. ended];
    }

    /// <summary>No doctor from a day on. What changed.</summary>
    public IReadOnlyList<DoctorContact> GiveUp(DateOnly day) =>
        End(ToGiveUp(day), day, DoctorEndReason.GivenUp);

    private List<DoctorContact> Open(DateOnly day) => all.FindAll(one => !one.IsOverOn(day));

    private static IReadOnlyList<DoctorContact> End(
        IReadOnlyList<DoctorContact> contacts, DateOnly day, DoctorEndReason reason)
    {
        foreach (var contact in contacts)
            contact.End(day, reason);
        return contacts;
    }
}
