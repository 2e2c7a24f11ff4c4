using Google.Protobuf.WellKnownTypes;
using NaraVard.Listing.Domain.Dental;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Domain to wire: an examination.</summary>
internal static class WireExamination
{
    public static Proto.Examination Of(Examination examination, string number)
    {
        var wire = new Proto.Examination
        {
            ExaminationId = examination.Id.ToString(),
            Version = examination.Version,
            PersonNumber = number,
            ClinicId = examination.Clinic,
            Finding = Of(examination.Finding),
        };
        wire.EarlierFindings.AddRange(examination.Findings.SkipLast(1).Reverse().Select(Of));
        return wire;
    }

    private static Proto.ExaminationFinding Of(ExaminationFinding finding) => new()
    {
        Day = Days.Text(finding.On),
        CariesRisk = (Proto.RiskGroup)finding.Caries,
        PeriodontalRisk = (Proto.RiskGroup)finding.Periodontal,
        IsNullified = finding.IsNullified,
        NextDueDay = finding.IsNullified ? "" : Days.Text(finding.DueOn),
        WrittenBy = finding.WrittenBy,
        WrittenAt = Timestamp.FromDateTimeOffset(finding.WrittenAt),
        Reason = finding.Reason ?? "",
    };
}
