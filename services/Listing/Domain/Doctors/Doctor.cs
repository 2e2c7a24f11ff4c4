namespace NaraVard.Listing.Domain.Doctors;

/// <summary>A doctor at one clinic. Whoever works at several is one at each.</summary>
internal sealed class Doctor
{
    public Doctor(string clinic, string id, string region, DoctorPost post)
    {
        (Clinic, Id, Region, Version) = (clinic, id, region, 1);
        Post = post;
    }

    private Doctor()
    {
    }

    /// <summary>HSA-id of the clinic.</summary>
    public string Clinic { get; private set; } = "";

    /// <summary>HSA-id of the doctor.</summary>
    public string Id { get; private set; } = "";

    /// <summary>County code of the region whose clinic it is.</summary>
    public string Region { get; private set; } = "";

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public DoctorKind Kind { get; private set; }

    /// <summary>Of full time.</summary>
    public int Percent { get; private set; }

    public DateOnly FirstDay { get; private set; }

    /// <summary>Null while no end is set.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Whether more people may choose the doctor.</summary>
    public bool TakesNew { get; private set; }

    public DoctorPost Post
    {
        get => new(Name, Kind, Percent, FirstDay, LastDay, TakesNew);
        private set => (Name, Kind, Percent, FirstDay, LastDay, TakesNew) = value;
    }

    /// <summary>The first day on which the doctor is gone; null while no end is set.</summary>
    public DateOnly? GoneFrom => LastDay?.AddDays(1);

    public bool WorksOn(DateOnly day) => FirstDay <= day && (LastDay is null || day <= LastDay);

    /// <summary>From now on the post is this one; false when it is so already.</summary>
    public bool Change(DoctorPost post)
    {
        if (post == Post)
            return false;
        Post = post;
        Version++;
        return true;
    }
}
