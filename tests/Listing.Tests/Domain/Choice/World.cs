using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Tests.Domain.Choice;

/// <summary>A region of three clinics with ceilings and twelve persons, whose steps are drawn.</summary>
internal sealed class World(ListingPolicy policy, Random random)
{
    public const int CeilingMax = 3;
    public static readonly string[] Clinics = ["SE-A", "SE-B", "SE-C"];

    public ListingPolicy Policy { get; } = policy;

    public DateOnly Today { get; private set; } = A.Today;

    public Dictionary<PersonKey, ListingBook> Books { get; } =
        Enumerable.Range(1, 12).ToDictionary(A.Key, _ => new ListingBook([]));

    public Dictionary<string, ClinicLoad> Loads { get; } =
        Clinics.ToDictionary(id => id, id => new ClinicLoad(id, ListingType.PrimaryCare));

    public List<QueuePlace> Queue { get; } = [];

    /// <summary>Who was listed in the latest step; nobody when nobody was.</summary>
    public PersonKey ListedNow { get; private set; }

    public int LetIn { get; private set; }

    public bool LetInWasFirst { get; private set; } = true;

    public void Step()
    {
        ListedNow = default;
        var person = Books.Keys.ElementAt(random.Next(Books.Count));
        var clinic = Clinics[random.Next(Clinics.Length)];
        switch (random.Next(10))
        {
            case < 6:
                Choose(person, clinic);
                break;
            case < 7:
                End(person, Today);
                break;
            case < 8:
                Today = Today.AddDays(random.Next(1, 4));
                break;
            default:
                LetInFirst(clinic);
                break;
        }
    }

    private void Choose(PersonKey person, string clinic)
    {
        var kind = random.Next(6) == 0 ? ListingKind.Institution : ListingKind.Active;
        var choice = A.Choice(clinic, person) with { Kind = kind };
        var facts = new ChoiceFacts(
            A.Adult() with { Key = person }, A.Clinic(clinic), Books[person],
            Queue.FindAll(place => place.Person == person && place.EndedOn is null),
            Policy with { Changes = Policy.Changes with { ChangesMax = 1000 } }, Today);
        if (ChoiceRules.Obstacles(choice, facts).Count > 0)
            return;
        var isExempt = ChoiceRules.IsExempt(choice, facts);
        var entry = A.Entry(clinic, kind, person, Today, isExempt: isExempt);
        if (Loads[clinic].Place(CeilingMax, Leaving(clinic), isExempt) == Placement.Listed)
            List(entry);
        else
            Queue.Add(new(entry, Loads[clinic].Enqueue()));
    }

    private void LetInFirst(string clinic)
    {
        var waiting = Queue.Where(place => place.Clinic == clinic && place.EndedOn is null).ToList();
        if (waiting.Count == 0 || !Loads[clinic].HasRoom(CeilingMax, Leaving(clinic)))
            return;
        var first = waiting.MinBy(place => place.Arrival)!;
        LetInWasFirst &= waiting.TrueForAll(place => place.Arrival >= first.Arrival);
        Queue.Remove(first);
        Loads[clinic].Dequeue();
        List(first.Entry);
        LetIn++;
    }

    private void List(ListingEntry entry)
    {
        var before = Books[entry.Person].Latest;
        Books[entry.Person].List(new(entry, Policy.EffectOf(Today)));
        if (before is not null)
            Loads[before.Clinic].Leave(before.IsExempt);
        Loads[entry.Clinic].Take(entry.IsExempt);
        if (Policy.Queues.RelistingClears)
            Clear(entry.Person);
        ListedNow = entry.Person;
    }

    private void Clear(PersonKey person)
    {
        foreach (var place in Queue.Where(place => place.Person == person))
            if (place.End(Today, EndReason.Relisted))
                Loads[place.Clinic].Dequeue();
    }

    private void End(PersonKey person, DateOnly day)
    {
        var before = Books[person].Latest;
        Books[person].End(day, EndReason.MovedOut);
        if (before is not null)
            Loads[before.Clinic].Leave(before.IsExempt);
    }

    /// <summary>Those who have an end but still hold a counted place on the first day of what is listed now.</summary>
    private int Leaving(string clinic) => Books.Values.SelectMany(book => book.All).Count(one =>
        one.Clinic == clinic && !one.IsExempt && one.Until > Policy.EffectOf(Today));
}
