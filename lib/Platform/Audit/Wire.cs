using Google.Protobuf.WellKnownTypes;
using NaraVard.Platform.Access;
using Proto = NaraVard.Contracts.Audit.V1;

namespace NaraVard.Platform.Audit;

/// <summary>Between the log and its contract.</summary>
internal static class Wire
{
    public static Proto.VerifyAccessLogResponse Verification(Verification verification)
    {
        var reply = new Proto.VerifyAccessLogResponse
        {
            IsIntact = verification.IsIntact,
            Rows = verification.Rows,
            Head = new() { Position = verification.Head.Position, Hash = verification.Head.Hash },
            FaultCount = verification.FaultCount,
        };
        reply.Faults.AddRange(verification.Faults.Select(fault => new Proto.Fault
        {
            Kind = Kind(fault.Kind),
            Position = fault.Position,
            Through = fault.Through,
        }));
        return reply;
    }

    public static Proto.AccessLogEntry Entry(AccessRow row)
    {
        var entry = row.Entry;
        return new()
        {
            Position = row.Position,
            At = Timestamp.FromDateTimeOffset(entry.At),
            Allowed = entry.IsAllowed,
            Code = entry.Code ?? "",
            Activity = ActivityNames.Of(entry.Activity),
            Method = entry.Method,
            Purpose = entry.Purpose ?? "",
            Reason = entry.Reason ?? "",
            Emergency = entry.IsEmergency,
            Subject = entry.Subject ?? "",
            HsaId = entry.HsaId ?? "",
            UserName = entry.UserName ?? "",
            UserTitle = entry.UserTitle ?? "",
            Unit = entry.Unit ?? "",
            Caregiver = entry.Caregiver ?? "",
            Organisation = entry.Organisation ?? "",
            Client = entry.Client ?? "",
            ResourceType = entry.ResourceType ?? "",
            ResourceId = entry.ResourceId ?? "",
            ResourceOwner = entry.ResourceOwner ?? "",
            Person = entry.Person?.ToString() ?? "",
            RequestId = entry.RequestId ?? "",
            TraceId = entry.TraceId ?? "",
        };
    }

    private static Proto.FaultKind Kind(ChainFaultKind kind) => kind switch
    {
        ChainFaultKind.Altered => Proto.FaultKind.Altered,
        ChainFaultKind.Unlinked => Proto.FaultKind.Unlinked,
        ChainFaultKind.Missing => Proto.FaultKind.Missing,
        ChainFaultKind.Inserted => Proto.FaultKind.Inserted,
        ChainFaultKind.NotAsAnchored => Proto.FaultKind.NotAsAnchored,
    };
}
