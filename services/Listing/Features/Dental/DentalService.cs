using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>Examinations of teeth, and who is overdue. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class DentalService(
    ListingDb db, Ledger ledger, Answers answers, Reach reach, PolicyBook policies, Acting acting, PersonKeys keys,
    TimeProvider clock)
    : Proto.DentalService.DentalServiceBase
{
    /// <summary>What the examination says, with its person named in the access log.</summary>
    private async Task<Proto.Examination> Answer(Examination examination, CancellationToken cancel)
    {
        acting.Touches(examination.Person, "examination", examination.Id.ToString());
        var numbers = await answers.Numbers([examination.Person], cancel);
        return WireExamination.Of(examination, numbers.GetValueOrDefault(examination.Person, ""));
    }

    /// <summary>What is written down now of an examination, due by the region's rule of its day.</summary>
    private ExaminationFinding Finding(
        DateOnly on, RiskGroup caries, RiskGroup periodontal, string? reason = null) => new(
            on, caries, periodontal,
            policies.Recall(acting.Region, on).DueOn(on, ExaminationFinding.Greater(caries, periodontal)),
            IsNullified: false, reach.Actor, acting.Now, reason);
}
