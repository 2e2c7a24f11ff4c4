using NaraVard.Handoff.Domain.Desks;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Domain;

/// <summary>
/// One handoff from an ER to a kommun: who has it, how far it has come and what may be done next (DOMAIN B9.1).
/// <see cref="Obstacle"/> is the whole transition table; every method below asks it before it changes anything.
/// </summary>
internal sealed class HandoffCase
{
    private readonly List<Receiver> receivers = [];
    private readonly List<HistoryEntry> history = [];

    /// <summary>Received by the desk of the kommun that the request names.</summary>
    public HandoffCase(HandoffRequest request, Desk desk, DateTimeOffset now)
    {
        if (request.Obstacle() is { } obstacle)
            throw obstacle;
        (Id, RequestDigest, Person, Disclosed) = (request.Id, request.Digest, request.Person, request.Disclosed);
        (Region, ErUnit, ErReference) = (request.Er.Organisation, request.Er.HsaId, request.ErReference);
        Triage = request.Disclosed.Need.Triage;
        RequestedAt = now;
        Receive(desk, now);
    }

    private HandoffCase()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Counts every change, from 1; two changes at once cannot both be saved.</summary>
    public long Version { get; private set; }

    public HandoffState State { get; private set; }

    public EndReason? EndReason { get; private set; }

    public PersonKey Person { get; private set; }

    /// <summary>What the ER disclosed; null once the consent is withdrawn.</summary>
    public Disclosed? Disclosed { get; private set; }

    /// <summary>The colour, kept beside the sealed content because the board is ordered by it.</summary>
    public TriageColour Triage { get; private set; }

    /// <summary>Digest of the request, so that a repeated one is told from another under the same id.</summary>
    public byte[] RequestDigest { get; private set; } = [];

    /// <summary>The organisation that asked, and that gets the answer: <c>region:17</c>.</summary>
    public string Region { get; private set; } = "";

    /// <summary>HSA-id of the ER unit.</summary>
    public string ErUnit { get; private set; } = "";

    /// <summary>The ER's own label.</summary>
    public string ErReference { get; private set; } = "";

    /// <summary>The kommun that has it now.</summary>
    public string KommunCode { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When it came to the present desk.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the present desk should have taken it, counted in its opening hours.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was told that nobody took it in time; null while that has not happened.</summary>
    public DateTimeOffset? OverdueAt { get; private set; }

    public Worker? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>
    /// Whether an investigation has been opened, which is what lets the kommun look into region records.
    /// </summary>
    public bool HasInvestigation { get; private set; }

    public Outcome? Outcome { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the person took the consent back; also after it was closed for another reason.</summary>
    public DateTimeOffset? ConsentWithdrawnAt { get; private set; }

    public IReadOnlyList<Receiver> Receivers => receivers;

    public IReadOnlyList<HistoryEntry> History => history;

    /// <summary>Why the action cannot be done now; null when it can.</summary>
    public RuleViolation? Obstacle(HandoffAction action) => (action, State) switch
    {
        (HandoffAction.WithdrawConsent, _) => null,
        (_, HandoffState.Closed) => Refusals.HandoffClosed(),
        (HandoffAction.End, _) => null,
        (HandoffAction.RevealNumber, _) => Disclosed?.Person.IsProtected == true ? null : Refusals.NumberNotMasked(),
        (HandoffAction.Acknowledge, HandoffState.Received) => null,
        (HandoffAction.Acknowledge, _) => Refusals.AlreadyAcknowledged(AcknowledgedBy!),
        (HandoffAction.Start, HandoffState.Received) => Refusals.NotAcknowledged(),
        (HandoffAction.Start, HandoffState.Acknowledged) => null,
        (HandoffAction.Start, _) => Refusals.AlreadyStarted(),
        (HandoffAction.RecordOutcome, HandoffState.Received) => Refusals.NotAcknowledged(),
        (HandoffAction.RecordOutcome, HandoffState.Answered) => Refusals.OutcomeAlreadyRecorded(),
        (HandoffAction.RecordOutcome, _) => null,
        (HandoffAction.Close, HandoffState.Answered) => null,
        (HandoffAction.Close, _) => Refusals.NoOutcome(),
        (HandoffAction.Forward, HandoffState.Answered) => Refusals.OutcomeAlreadyRecorded(),
        (HandoffAction.Forward, _) when Disclosed?.Consent.Scope == ConsentScope.NamedKommun =>
            Refusals.ConsentDoesNotCover(),
        (HandoffAction.Forward, _) => null,
    };

    /// <summary>The worker takes it. The same worker again changes nothing; false says so.</summary>
    public bool Acknowledge(Worker by, DateTimeOffset now)
    {
        if (State == HandoffState.Acknowledged && AcknowledgedBy!.HsaId == by.HsaId)
            return false;
        Require(HandoffAction.Acknowledge);
        (AcknowledgedBy, AcknowledgedAt) = (by, now);
        Move(HandoffState.Acknowledged, now, by);
        return true;
    }

    /// <summary>Work begins. The same answer to "investigation?" again changes nothing; false says so.</summary>
    public bool Start(bool investigation, Worker by, DateTimeOffset now)
    {
        if (State == HandoffState.Started && HasInvestigation == investigation)
            return false;
        Require(HandoffAction.Start);
        (StartedAt, HasInvestigation) = (now, investigation);
        Move(HandoffState.Started, now, by);
        return true;
    }

    /// <summary>What it led to. The same outcome again changes nothing; false says so.</summary>
    public bool Record(Outcome outcome, Worker by, DateTimeOffset now)
    {
        if (State == HandoffState.Answered && Outcome == outcome)
            return false;
        Require(HandoffAction.RecordOutcome);
        if (outcome.Obstacle(State, HasInvestigation) is { } obstacle)
            throw obstacle;
        (Outcome, AnsweredAt) = (outcome, now);
        Move(HandoffState.Answered, now, by);
        return true;
    }

    /// <summary>The desk is done. Closing a completed one again changes nothing; false says so.</summary>
    public bool Close(Worker by, DateTimeOffset now)
    {
        if (EndReason == Domain.EndReason.Completed)
            return false;
        Require(HandoffAction.Close);
        Finish(Domain.EndReason.Completed, now, by);
        return true;
    }

    /// <summary>The person was admitted, left or died. The same reason again changes nothing; false says so.</summary>
    public bool End(EndReason reason, DateTimeOffset now)
    {
        if (EndReason == reason)
            return false;
        Require(HandoffAction.End);
        Finish(reason, now, by: null);
        return true;
    }

    /// <summary>
    /// Sharing stops at once: the content is erased here, also when the handoff was closed already. Withdrawing again
    /// changes nothing; false says so.
    /// </summary>
    public bool WithdrawConsent(DateTimeOffset now)
    {
        if (ConsentWithdrawnAt is not null)
            return false;
        (Disclosed, ConsentWithdrawnAt) = (null, now);
        Finish(EndReason ?? Domain.EndReason.ConsentWithdrawn, now, by: null);
        return true;
    }

    /// <summary>
    /// On to the kommun that is responsible. What the kommun had done stays with it (social-services secrecy between
    /// kommuner): the receiver begins anew, and the chain of receivers is kept.
    /// </summary>
    public void Forward(Desk to, DateTimeOffset now)
    {
        Require(HandoffAction.Forward);
        if (to.KommunCode == KommunCode)
            throw Refusals.AlreadyThere();
        receivers[^1].ForwardedAt = now;
        (AcknowledgedBy, AcknowledgedAt, StartedAt, HasInvestigation, OverdueAt) = (null, null, null, false, null);
        Receive(to, now);
    }

    /// <summary>Nobody took it in time. Said once for each desk; false when there is nothing to say.</summary>
    public bool FallOverdue(DateTimeOffset now)
    {
        if (State != HandoffState.Received || OverdueAt is not null || now < DueAt)
            return false;
        OverdueAt = now;
        Version++;
        return true;
    }

    private void Receive(Desk desk, DateTimeOffset now)
    {
        (KommunCode, ReceivedAt, DueAt) = (desk.KommunCode, now, desk.DueAt(now));
        receivers.Add(new Receiver(desk.KommunCode, now));
        Move(HandoffState.Received, now, by: null);
    }

    private void Finish(EndReason reason, DateTimeOffset now, Worker? by)
    {
        EndReason = reason;
        ClosedAt ??= now;
        Move(HandoffState.Closed, now, by);
    }

    private void Move(HandoffState to, DateTimeOffset now, Worker? by)
    {
        State = to;
        Version++;
        history.Add(new HistoryEntry(to, now, KommunCode, by?.HsaId, by?.Name));
    }

    private void Require(HandoffAction action)
    {
        if (Obstacle(action) is { } obstacle)
            throw obstacle;
    }
}
