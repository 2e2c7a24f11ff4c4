using Google.Protobuf.WellKnownTypes;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using Proto = NaraVard.Contracts.Audit.V1;

namespace NaraVard.Platform.Audit;

/// <summary>Between the log and its contract.</summary>
internal static class Wire
{
    private const int HashDigits = 64;

    private static readonly Text NotAHash = new("Ange 64 hexadecimala siffror.", "Give 64 hexadecimal digits.");

    private static readonly Text NotAPosition = new("Platsen är minst 0.", "The position is at least 0.");

    /// <summary>The kept head of an earlier verification; null when none was given.</summary>
    public static ChainAnchor? Anchor(Proto.Anchor? anchor)
    {
        if (anchor is null)
            return null;
        var violations = new Violations();
        if (anchor.Position < 0)
            violations.Add("anchor.position", "out-of-range", NotAPosition);
        if (anchor.Hash.Length != HashDigits || !anchor.Hash.All(char.IsAsciiHexDigit))
            violations.Add("anchor.hash", "malformed", NotAHash);
        violations.ThrowIfAny();
        return new(anchor.Position, anchor.Hash.ToLowerInvariant());
    }

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
