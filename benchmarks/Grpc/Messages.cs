using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NaraVard.Api.V1;
using NaraVard.Benchmarks.Grpc.V1;
using NaraVard.Contracts.Handoff.V1;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>What is sent: a payload of 100 bytes, and handoffs as they are on an ordinary day.</summary>
internal static class Messages
{
    /// <summary>How many changes a watcher gets before its stream ends.</summary>
    public const int ChangesInStream = 100;

    private const string HandoffId = "0197a1c2-7f00-7000-8000-000000000001";
    private static readonly Timestamp Afternoon = new() { Seconds = 1_795_180_000 };
    private static readonly Timestamp Evening = new() { Seconds = 1_795_197_600 };

    public static Saying Hundred { get; } = new() { Payload = ByteString.CopyFrom(new byte[100]) };

    public static WatchHandoffsRequest Watch { get; } = new();

    public static RequestHandoffRequest Request { get; } = new()
    {
        HandoffId = HandoffId,
        Person = Patient(),
        KommunCode = "1780",
        PostalCode = "65224",
        Consent = Consent(),
        Need = Need(),
        NextOfKin = Daughter(),
        ErContact = Nurse(),
        ErReference = "Akuten 12, rum 4",
    };

    public static SentHandoff Sent { get; } = new()
    {
        HandoffId = HandoffId,
        Version = 1,
        State = HandoffState.Received,
        ErReference = "Akuten 12, rum 4",
        Desk = new Desk
        {
            KommunCode = "1780",
            Name = "Biståndsmottagningen Karlstad",
            Phone = "0980-319210",
            IsOpen = true,
        },
        Receivers = { Receiver() },
        RequestedAt = Afternoon,
        DueAt = Evening,
        AllowedActions = { Action("withdraw-consent", true), Action("end", true), Action("forward", false) },
    };

    public static WatchHandoffsResponse Change { get; } = new()
    {
        Cursor = "AAAAAAAAB9cAAAAAAAAH1g",
        Kind = ChangeKind.Changed,
        AsOf = Evening,
        Handoff = new Handoff
        {
            HandoffId = HandoffId,
            Version = 3,
            State = HandoffState.Started,
            KommunCode = "1780",
            Person = Patient(),
            Consent = Consent(),
            Need = Need(),
            NextOfKin = Daughter(),
            ErContact = Nurse(),
            ErUnit = "SE2321000016-CSKAKUT",
            ReceivedAt = Afternoon,
            DueAt = Evening,
            AcknowledgedBy = Assessor(),
            AcknowledgedAt = Afternoon,
            StartedAt = Evening,
            Receivers = { Receiver() },
            History =
            {
                Entry(HandoffState.Received), Entry(HandoffState.Acknowledged), Entry(HandoffState.Started),
            },
            AllowedActions =
            {
                Action("acknowledge", false), Action("start", false), Action("record-outcome", true),
                Action("forward", true), Action("close", false),
            },
        },
    };

    // A number that the tax agency publishes for tests.
    private static Person Patient() => new()
    {
        Number = "189001019802",
        Name = "Tolvan Tolvansson",
        Phone = "070-1740605",
        Protection = Protection.None,
    };

    private static Consent Consent() => new()
    {
        Given = true,
        AskedBy = "SE2321000016-SSKANNA",
        AskedAt = Afternoon,
        Scope = ConsentScope.ResponsibleKommun,
    };

    private static Need Need() => new()
    {
        ReasonCodes = { ReasonCode.Fall, ReasonCode.Mobility, ReasonCode.PersonalCare },
        Summary = "Fallit hemma i natt, ingen fraktur. Behöver hjälp upp ur sängen och med kvällsmat i några dagar.",
        ExpectedLeaveAt = Evening,
        TriageColour = TriageColour.Yellow,
        Frailty = 5,
        LivesAlone = true,
    };

    private static Contact Daughter() =>
        new() { Name = "Elvira Tolvansson", Phone = "070-1740606", Relation = "dotter" };

    private static Contact Nurse() => new() { Name = "Anna Akut", Phone = "0980-319215" };

    private static Worker Assessor() => new() { HsaId = "SE2120001850-BIBBI", Name = "Bibbi Berg" };

    private static Receiver Receiver() => new() { KommunCode = "1780", ReceivedAt = Afternoon };

    private static HistoryEntry Entry(HandoffState state) =>
        new() { State = state, At = Afternoon, By = Assessor(), KommunCode = "1780" };

    private static AllowedAction Action(string name, bool isAllowed) => isAllowed
        ? new() { Action = name, Allowed = true }
        : new() { Action = name, Code = "wrong-state", Reason = "Överlämningen är redan påbörjad." };
}
