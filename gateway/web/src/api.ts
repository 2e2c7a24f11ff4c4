import type { List } from './live/protocol';
import type {
  Assessment, Desk, ForwardPreview, Handoff, LookUpDecision, Problem, SentHandoff, Session,
} from './types';

// The only file that knows addresses.

const root = '/handoff/v1';

/** What came of a call: the answer, a problem that was told, or no answer at all. */
export type Result<Body> =
  | { is: 'done'; body: Body }
  | { is: 'refused'; problem: Problem }
  | { is: 'unreachable' };

/** A change that is to be made, in a form that can be kept and sent later. */
export interface Write { path: string; body: unknown }

export const eventsAddress = (list: List, cursor: string): string =>
  `${root}/${list === 'desk' ? 'handoff-changes' : 'sent-handoff-changes'}`
  + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : '');

/** Where to sign in, and come back to the page one is on. */
export const signInAddress = (back: string, asAnother = false): string =>
  `/session/sign-in?return=${encodeURIComponent(back)}${asAnother ? '&switch=true' : ''}`;

export const session = (): Promise<Result<Session>> => call('GET', '/session');

export const signOut = (antiForgery: string): Promise<Result<{ next: string }>> =>
  call('POST', '/session/sign-out', { 'x-anti-forgery': antiForgery });

export const handoff = (id: string): Promise<Result<Handoff>> =>
  call('GET', `${root}/handoffs/${encodeURIComponent(id)}`);

export const desks = (): Promise<Result<{ desks: Desk[] }>> => call('GET', `${root}/desks`);

export const codes = (): Promise<Result<{ lists: { name: string; entries: { code: string; sv: string }[] }[] }>> =>
  call('GET', `${root}/codes`);

export const sentHandoffs = (): Promise<Result<{ handoffs: SentHandoff[] }>> =>
  call('GET', `${root}/sent-handoffs?limit=100`);

/** What has changed in the own kommun's handoffs within the days that the feed is kept, oldest first. */
export async function recentHandoffs(): Promise<Result<Handoff[]>> {
  const found = new Map<string, Handoff>();
  for (let cursor = '', more = true; more;) {
    const page = await call<FeedPage>('GET', `${root}/handoff-feed?limit=100&cursor=${encodeURIComponent(cursor)}`);
    if (page.is !== 'done') return page;
    for (const change of page.body.changes) if (change.handoff) found.set(change.handoffId, change.handoff);
    cursor = page.body.nextCursor;
    more = page.body.hasMore;
  }
  return { is: 'done', body: [...found.values()] };
}

interface FeedPage {
  changes: { handoffId: string; handoff?: Handoff }[];
  nextCursor: string;
  hasMore: boolean;
}

/** The forms of a change: each is an address and what is sent there. */
export const writes = {
  request: (request: object): Write => ({ path: `${root}/handoffs`, body: request }),
  acknowledge: (id: string): Write => action(id, 'acknowledgements', {}),
  start: (id: string, investigation: boolean): Write => action(id, 'starts', { investigation }),
  answer: (id: string, outcome: object): Write => action(id, 'outcomes', { outcome }),
  close: (id: string): Write => action(id, 'closings', {}),
  forward: (id: string, kommunCode: string): Write => action(id, 'forwardings', { kommunCode }),
  withdrawConsent: (id: string): Write => action(id, 'consent-withdrawals', {}),
  end: (id: string, reason: string): Write => action(id, 'endings', { reason }),
};

const action = (id: string, name: string, body: unknown): Write =>
  ({ path: `${root}/handoffs/${encodeURIComponent(id)}/${name}`, body });

/** Sends a change. The same key again is the same change, however often it is sent. */
export const send = (write: Write, key: string, antiForgery: string): Promise<Result<unknown>> =>
  call('POST', write.path, { 'x-anti-forgery': antiForgery, 'Idempotency-Key': key }, write.body);

export const previewForward = (id: string, kommunCode: string, antiForgery: string): Promise<Result<ForwardPreview>> =>
  call('POST', `${root}/handoffs/${encodeURIComponent(id)}/forward-previews`,
    { 'x-anti-forgery': antiForgery }, { kommunCode });

/** What the region's rule says of somebody; nothing that tells who goes along, and nothing is stored. */
export const assessCandidate = (facts: object, antiForgery: string): Promise<Result<Assessment>> =>
  call('POST', `${root}/candidate-assessments`, { 'x-anti-forgery': antiForgery }, facts);

export const decideLookUp = (id: string, certified: object, antiForgery: string): Promise<Result<LookUpDecision>> =>
  call('POST', `${root}/handoffs/${encodeURIComponent(id)}/look-up-decisions`,
    { 'x-anti-forgery': antiForgery }, certified);

export const revealNumber = (id: string, reason: string, antiForgery: string): Promise<Result<{ number: string }>> =>
  call('POST', `${root}/handoffs/${encodeURIComponent(id)}/number-disclosures`,
    { 'x-anti-forgery': antiForgery }, { reason });

async function call<Body>(
  method: string, path: string, headers: Record<string, string> = {}, body?: unknown,
): Promise<Result<Body>> {
  try {
    const answer = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json', 'Accept-Language': 'sv',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'same-origin',
      redirect: 'error',
    });
    const read = (await answer.json()) as unknown;
    return answer.ok ? { is: 'done', body: read as Body } : { is: 'refused', problem: problemOf(read, answer.status) };
  } catch {
    // No answer, half an answer, or something else than the gateway in between.
    return { is: 'unreachable' };
  }
}

function problemOf(read: unknown, status: number): Problem {
  const told = read as Partial<Problem>;
  return {
    title: told.title ?? 'Något gick fel', status, detail: told.detail ?? '', code: told.code ?? '',
    violations: told.violations ?? [],
  };
}
