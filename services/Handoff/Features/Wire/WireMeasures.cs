using NaraVard.Handoff.Domain.Measures;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Domain to wire: measures. What is hidden gives nothing away, not even the count.</summary>
internal static class WireMeasures
{
    public static Proto.Measures Of(Measures measures) => new()
    {
        AvoidedAdmissions = Share(measures.AvoidedAdmissions),
        Returns72Hours = Share(measures.ReturnsIn72Hours),
        Returns30Days = Share(measures.ReturnsIn30Days),
        Declined = Share(measures.Declined),
        WrongKommun = Share(measures.WrongKommun),
        StartedBeforeHome = Share(measures.StartedBeforeHome),
        RequestToAcknowledge = Minutes(measures.RequestToAcknowledge),
        AcknowledgeToOutcome = Minutes(measures.AcknowledgeToOutcome),
    };

    private static Proto.Share Share(Share share) => share.IsHidden
        ? new() { IsHidden = true }
        : new() { Count = share.Count, OfCount = share.OfCount, Percent = share.Percent };

    private static Proto.Minutes Minutes(Waiting waiting) => waiting.IsHidden
        ? new() { IsHidden = true }
        : new() { OfCount = waiting.OfCount, Median = waiting.MedianMinutes };
}
