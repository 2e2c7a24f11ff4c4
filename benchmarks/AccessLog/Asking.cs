using System.Buffers.Binary;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NaraVard.Contracts.Handoff.V1;

namespace NaraVard.Benchmarks.AccessLog;

/// <summary>The requests that are sent.</summary>
internal static class Asking
{
    /// <summary>One of the published test personnummer.</summary>
    private const string Number = "189001019802";

    public static RequestHandoffRequest Handoff()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            HandoffId = Guid.CreateVersion7().ToString(),
            Person = new()
            {
                Number = Number,
                Name = "Selma Nilsson",
                Phone = "0980-319201",
                Protection = Protection.None,
            },
            KommunCode = "1780",
            Consent = new()
            {
                Given = true,
                AskedBy = "SE9900000176-101",
                AskedAt = Timestamp.FromDateTimeOffset(now),
                Scope = ConsentScope.ResponsibleKommun,
            },
            Need = new()
            {
                ReasonCodes = { ReasonCode.Fall, ReasonCode.Mobility },
                Summary = "Föll i hallen, klarar inte trappan.",
                ExpectedLeaveAt = Timestamp.FromDateTimeOffset(now.AddHours(3)),
                TriageColour = TriageColour.Green,
                Frailty = 5,
                LivesAlone = true,
            },
            NextOfKin = new() { Name = "Karin Nilsson", Phone = "0980-319202", Relation = "dotter" },
            ErContact = new() { Name = "Koordinator akuten", Phone = "0980-319203" },
            ErReference = "Rum 4",
        };
    }

    /// <summary>The message as one gRPC frame.</summary>
    public static byte[] Frame(IMessage message)
    {
        var bytes = message.ToByteArray();
        var frame = new byte[5 + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), bytes.Length);
        bytes.CopyTo(frame, 5);
        return frame;
    }
}
