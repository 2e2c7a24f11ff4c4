using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Dental;

/// <summary>A person's examination by a dentist. A correction keeps what was said before.</summary>
internal sealed class Examination
{
    public Examination(
        Guid id, PersonKey person, string region, string clinic, byte[] digest, ExaminationFinding finding)
    {
        (Id, Person, Region, Clinic, Digest) = (id, person, region, clinic, digest);
        Say(finding);
    }

    private Examination()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public PersonKey Person { get; private set; }

    /// <summary>County code of the region that keeps it.</summary>
    public string Region { get; private set; } = "";

    /// <summary>HSA-id of the clinic that made it.</summary>
    public string Clinic { get; private set; } = "";

    /// <summary>Of the request, so that a repeated one is told from another under the same id.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>All that it has said, the first one first.</summary>
    public IReadOnlyList<ExaminationFinding> Findings { get; private set; } = [];

    /// <summary>What it says now.</summary>
    public ExaminationFinding Finding => Findings[^1];

    public DateOnly ExaminedOn { get; private set; }

    /// <summary>The greater of the two diseases' risks.</summary>
    public RiskGroup Risk { get; private set; }

    /// <summary>The day by which the next examination is due.</summary>
    public DateOnly DueOn { get; private set; }

    public bool IsNullified { get; private set; }

    /// <summary>It says something else from now on; nothing can be said of what never was.</summary>
    /// <returns>False when it says so already.</returns>
    public bool Correct(ExaminationFinding finding)
    {
        if (Finding.Says(finding))
            return false;
        if (IsNullified)
            throw ExaminationRules.Nullified();
        Say(finding);
        return true;
    }

    private void Say(ExaminationFinding finding)
    {
        Findings = [.. Findings, finding];
        (ExaminedOn, DueOn, IsNullified) = (finding.On, finding.DueOn, finding.IsNullified);
        Risk = ExaminationFinding.Greater(finding.Caries, finding.Periodontal);
        Version++;
    }
}
