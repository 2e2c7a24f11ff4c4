import { useState } from 'preact/hooks';
import { writes } from '../api';
import { draftOf } from '../drafts';
import { useActions } from '../keys';
import { deskList } from '../live/lists';
import { after } from '../live/picture';
import { Dialog } from '../parts/dialog';
import { ProblemNote } from '../parts/field';
import { useWrite } from '../parts/use-write';
import { useValue } from '../state';
import type { AllowedAction, Handoff, Session } from '../types';
import { pending, type Sent } from '../writes';
import { boardAddress, go } from '../route';
import { ForwardForm } from './forward-form';
import { LookUpForm } from './look-up-form';
import { OutcomeForm } from './outcome-form';

type Open = 'answer' | 'forward' | 'withdraw' | 'look-up' | null;

/** What can be done with the handoff now, the next step first; and why the rest cannot. */
export function Actions({ handoff, session }: { handoff: Handoff; session: Session }) {
  const id = handoff.handoffId;
  const writing = useWrite();
  const waits = useValue(pending).some((change) => change.subject === id);
  // A form that somebody was in the middle of is open again.
  const [open, show] = useState<Open>(() => (draftOf(session.userName, `answer.${id}`) ? 'answer' : null));
  const may = (name: string) => handoff.allowedActions.find(({ action }) => action === name)?.allowed === true;

  async function run(label: string, write: Parameters<typeof writing.run>[2], done: string): Promise<void> {
    taken(session, await writing.run(label, id, write, done));
  }

  const take = () => void run('Ta överlämningen', writes.acknowledge(id), 'Tagen: den är din nu.');
  const start = (investigation: boolean) => void run(
    investigation ? 'Påbörja med utredning' : 'Påbörja utan utredning', writes.start(id, investigation), 'Påbörjad.');
  const close = () => void run('Avsluta', writes.close(id), 'Avslutad.');
  const possible = [
    may('acknowledgements') && { name: 'Ta överlämningen', keys: 't', run: take },
    may('starts') && { name: 'Påbörja utan utredning', keys: 'p', run: () => start(false) },
    may('starts') && { name: 'Påbörja med utredning', keys: 'u', run: () => start(true) },
    may('outcomes') && { name: 'Svara', keys: 's', run: () => show('answer') },
    may('closings') && { name: 'Avsluta', keys: 'a', run: close },
    may('forwardings') && { name: 'Skicka vidare', keys: 'f', run: () => show('forward') },
    may('consent-withdrawals') && { name: 'Återkalla samtycket', keys: '', run: () => show('withdraw') },
    handoff.state !== 'HANDOFF_STATE_CLOSED'
      && { name: 'Får jag läsa andras uppgifter?', keys: 'l', run: () => show('look-up') },
    { name: 'Tillbaka till tavlan', keys: 'b', run: () => go(boardAddress()) },
  ].filter((action) => action !== false);
  useActions(possible, [handoff.version, handoff.allowedActions.map(({ allowed }) => allowed).join()]);
  const buttons = possible.filter(({ name }) => !name.startsWith('Tillbaka'));

  return (
    <section class="card do" aria-labelledby="actions">
      <h2 id="actions">Vad vill du göra?</h2>
      <ProblemNote problem={writing.problem} />
      {waits && <p class="hint">Det finns en ändring som väntar på att skickas.</p>}
      {open === 'answer' ? (
        <OutcomeForm
          handoff={handoff} session={session} onClose={() => show(null)} onSent={(sent) => taken(session, sent)}
        />
      ) : (
        <p class="buttons">
          {buttons.map((action, i) => (
            <button
              key={action.name} type="button" class={i === 0 ? 'primary' : ''} aria-disabled={writing.busy}
              onClick={() => !writing.busy && action.run()}
            >
              {action.name}{action.keys && <kbd aria-hidden="true">{action.keys}</kbd>}
            </button>
          ))}
        </p>
      )}
      <WhyNot actions={handoff.allowedActions} />
      {open === 'forward' && <ForwardForm handoff={handoff} onClose={() => show(null)} />}
      {open === 'look-up' && <LookUpForm handoff={handoff} onClose={() => show(null)} />}
      {open === 'withdraw' && (
        <Dialog title="Återkalla samtycket?" onClose={() => show(null)}>
          <p>Delningen upphör genast. Det som akuten berättade tas bort och går inte att få tillbaka.</p>
          <p class="buttons">
            <button
              type="button" class="danger"
              onClick={() => {
                show(null);
                void run('Återkalla samtycket', writes.withdrawConsent(id), 'Samtycket är återkallat.');
              }}
            >
              Återkalla samtycket
            </button>
            <button type="button" onClick={() => show(null)}>Avbryt</button>
          </p>
        </Dialog>
      )}
    </section>
  );
}

/** A change answers with the handoff as it is now, which need not wait for the live list. */
function taken(session: Session, sent: Sent): void {
  const body = sent.is === 'done' ? (sent.body as Partial<Handoff>) : {};
  if (!body.history || !body.handoffId) return;
  deskList(session).change((was) => {
    const known = was.picture.rows.get(body.handoffId!);
    const isNewer = !known || BigInt(known.version) < BigInt(body.version!);
    const step = { cursor: '', kind: 'CHANGE_KIND_CHANGED', handoff: body as Handoff } as const;
    return isNewer ? { ...was, picture: after(was.picture, step) } : was;
  });
}

const names: Record<string, string> = {
  acknowledgements: 'Ta', starts: 'Påbörja', outcomes: 'Svara', closings: 'Avsluta', forwardings: 'Skicka vidare',
};

function WhyNot({ actions }: { actions: readonly AllowedAction[] }) {
  const not = actions.filter(({ action, allowed }) => !allowed && names[action]);
  if (not.length === 0) return null;
  return (
    <details class="why-not">
      <summary>Varför inte något annat?</summary>
      <ul>{not.map(({ action, reason }) => <li key={action}><strong>{names[action]}:</strong> {reason}</li>)}</ul>
    </details>
  );
}
