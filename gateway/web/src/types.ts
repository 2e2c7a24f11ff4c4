// The JSON of the API, as far as the screens read it. Messages that are not there are absent.

export type State = 'RECEIVED' | 'ACKNOWLEDGED' | 'STARTED' | 'ANSWERED' | 'CLOSED';
export type Colour = 'RED' | 'ORANGE' | 'YELLOW' | 'GREEN' | 'BLUE';
export type EndReason = 'UNSPECIFIED' | 'COMPLETED' | 'CONSENT_WITHDRAWN' | 'ADMITTED' | 'LEFT' | 'DECEASED';
export type OutcomeKind =
  | 'ADVISORY_TALK' | 'PREVENTIVE_EFFORT' | 'INFORMATION' | 'EFFORT_ON_HOMECOMING' | 'INVESTIGATION_STARTED'
  | 'REFERRED_ELSEWHERE' | 'NO_EFFORT' | 'DECLINED_BY_PERSON' | 'NOT_REGISTERED_HERE';

export interface Contact { name: string; phone: string; relation: string }
export interface Worker { hsaId: string; name: string }
export interface AllowedAction { action: string; allowed: boolean; code: string; reason: string }
export interface Receiver { kommunCode: string; receivedAt: string; forwardedAt?: string }
export interface HistoryEntry { state: `HANDOFF_STATE_${State}`; at: string; by?: Worker; kommunCode: string }

export interface Person {
  number: string;
  name: string;
  phone: string;
  protection: string;
  interpreterLanguage: string;
}

export interface Consent {
  given: boolean;
  askedBy: string;
  askedAt: string;
  scope: string;
  representative?: Contact;
}

export interface Need {
  reasonCodes: string[];
  summary: string;
  expectedLeaveAt?: string;
  triageColour: `TRIAGE_COLOUR_${Colour}`;
  frailty?: number;
  livesAlone: boolean;
}

export interface Outcome {
  kind: `OUTCOME_KIND_${OutcomeKind}`;
  serviceStart?: { what: string; startsAt: string; contact?: Contact };
  catalogueCode: string;
  referredTo: string;
}

/** What the list and both kinds of handoff share. */
export interface Followed {
  handoffId: string;
  version: string;
  state: `HANDOFF_STATE_${State}`;
  endReason: `END_REASON_${EndReason}`;
  dueAt?: string;
  isOverdue: boolean;
  acknowledgedAt?: string;
  receivers: Receiver[];
  allowedActions: AllowedAction[];
}

/** A handoff as the kommun's desk sees it. */
export interface Handoff extends Followed {
  kommunCode: string;
  person?: Person;
  consent?: Consent;
  need?: Need;
  nextOfKin?: Contact;
  erContact?: Contact;
  erUnit: string;
  receivedAt: string;
  acknowledgedBy?: Worker;
  startedAt?: string;
  hasInvestigation: boolean;
  outcome?: Outcome;
  answeredAt?: string;
  closedAt?: string;
  history: HistoryEntry[];
}

export interface Desk {
  kommunCode: string;
  name: string;
  phone: string;
  isOpen: boolean;
  opensAt?: string;
  notice: string;
}

/** A handoff as the sending ER sees it. */
export interface SentHandoff extends Followed {
  erReference: string;
  desk?: Desk;
  requestedAt: string;
  answer?: { outcomeKind: `OUTCOME_KIND_${OutcomeKind}`; startsAt?: string; contact?: Contact };
}

export interface ForwardPreview {
  copied: string[];
  needsMapping: string[];
  notCopied: string[];
  forward: AllowedAction;
  desk?: Desk;
}

/** What the region's rule for whom to ask says, and each of its criteria. */
export interface Assessment {
  isCandidate: boolean;
  criteria: { code: string; isMet: boolean; reason: string }[];
}

/** What the law lets a desk see of others' records. */
export interface LookUpDecision {
  extent: `LOOK_UP_EXTENT_${'NOTHING' | 'WHO_HAS' | 'WHO_BLOCKED' | 'RECORDS'}`;
  law: string;
  reason: string;
}

export type ChangeKind = 'SNAPSHOT' | 'SNAPSHOT_END' | 'CHANGED' | 'REMOVED' | 'HEARTBEAT' | 'RESET';

/** One step of a live list. */
export interface Step<Row extends Followed = Followed> {
  cursor: string;
  kind: `CHANGE_KIND_${ChangeKind}`;
  handoff?: Row;
  removedHandoffId?: string;
  asOf?: string;
}

export interface Violation { field: string; code: string; message: string }

/** RFC 9457, as every error of the API is. */
export interface Problem {
  title: string;
  status: number;
  detail: string;
  code: string;
  violations: Violation[];
}

/** Who is signed in, as the gateway says. */
export interface Session {
  name: string;
  userName: string;
  hsaId: string;
  roles: string[];
  organisation: { kind: string; code: string; unit: string | null };
  idleUntil: string;
  endsAt: string;
  antiForgery: string;
}
