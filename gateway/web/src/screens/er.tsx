import { useEffect } from 'preact/hooks';
import { writes } from '../api';
import { now } from '../clock';
import { timeAndDay } from '../format';
import { useActions } from '../keys';
import { erList, readSent } from '../live/lists';
import { minutesBetween, stateOf } from '../model/thresholds';
import { AgeNote, ContactMark } from '../parts/contact';
import { ProblemNote } from '../parts/field';
import { useKommuner } from '../parts/kommuner';
import { useWrite } from '../parts/use-write';
import { go } from '../route';
import { useValue } from '../state';
import type { SentHandoff, Session } from '../types';
import { pending } from '../writes';
import { endWords, outcomeWords } from '../words';
import { duration } from '../format';

/** What the own ER has sent, live, and what came back. */
export function ErList({ session }: { session: Session }) {
  const { picture, machine } = useValue(erList(session));
  const at = useValue(now);
  const waits = new Set(useValue(pending).map((change) => change.subject));
  useEffect(() => void readSent(session), [session.userName]);
  useActions([{ name: 'Ny överlämning', keys: 'n', run: () => go('/er/new') }], []);
  const all = [...picture.rows.values()].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
  const open = all.filter((row) => stateOf(row) !== 'CLOSED');
  const closed = all.filter((row) => stateOf(row) === 'CLOSED');
  const isOld = machine.connection === 'lost' || machine.connection === 'ended';
  return (
    <div class="board er">
      <header class="head">
        <h1 tabIndex={-1}>Skickade från oss</h1>
        <a class="button primary" href="/er/new">Ny överlämning <kbd aria-hidden="true">n</kbd></a>
        <ContactMark machine={machine} asOf={picture.asOf} />
      </header>
      <AgeNote machine={machine} asOf={picture.asOf} />
      <div class={isOld ? 'old' : ''}>
        {all.length === 0 && (
          <p class="empty">{picture.asOf === null ? 'Listan hämtas …' : 'Inget är skickat än.'}</p>
        )}
        {([['Pågår', open], ['Avslutade', closed]] as const).map(([name, rows]) => rows.length > 0 && (
          <section key={name} class="group" aria-label={name}>
            <h2>{name} <span class="count">{rows.length}</span></h2>
            <ul role="list">
              {rows.map((row) => <Sent key={row.handoffId} row={row} now={at} waits={waits.has(row.handoffId)} />)}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

interface Props { row: SentHandoff; now: number; waits: boolean }

function Sent({ row, now, waits }: Props) {
  const kommuner = useKommuner();
  const writing = useWrite();
  const id = row.handoffId;
  const may = (name: string) => row.allowedActions.some(({ action, allowed }) => action === name && allowed);
  const end = (reason: string, words: string) =>
    void writing.run(`Avsluta: ${words.toLocaleLowerCase('sv')}`, id, writes.end(id, reason), `Avslutad: ${words}.`);
  return (
    <li class={`row sent ${row.isOverdue ? 'late' : ''}`} data-id={id}>
      <div class="who">
        <strong>{row.erReference || 'Utan märkning'}</strong>
        <span class="small">
          {timeAndDay(row.requestedAt, now)} till {kommuner[row.desk?.kommunCode ?? ''] ?? row.desk?.name}
        </span>
      </div>
      <div class="state">
        <strong>{stateText(row)}</strong>
        <span class="small">{progress(row, now)}</span>
        {row.isOverdue && <span class="mark late">Ingen har tagit den i tid. Ring {row.desk?.phone}</span>}
      </div>
      <div class="answer">
        {row.answer && (
          <>
            <strong>{outcomeWords[row.answer.outcomeKind]}</strong>
            {row.answer.startsAt && <span>från {timeAndDay(row.answer.startsAt, now)}</span>}
            {row.answer.contact && (
              <span>
                {row.answer.contact.name}{' '}
                <a href={`tel:${row.answer.contact.phone.replace(/[^\d+]/g, '')}`}>{row.answer.contact.phone}</a>
              </span>
            )}
          </>
        )}
        {!row.answer && row.desk && !row.desk.isOpen && <span class="small">{row.desk.notice}</span>}
      </div>
      <div class="do">
        {waits && <span class="small">Väntar på att skickas</span>}
        <ProblemNote problem={writing.problem} />
        {(may('endings') || may('consent-withdrawals')) && (
          <details class="menu">
            <summary>
              {may('endings') ? 'Avsluta …' : 'Samtycke …'}<span class="hidden"> {row.erReference}</span>
            </summary>
            <div>
              {may('endings') && (['ADMITTED', 'LEFT', 'DECEASED'] as const).map((reason) => {
                const words = endWords[`END_REASON_${reason}`]!;
                return (
                  <button key={reason} type="button" onClick={() => end(`END_REASON_${reason}`, words)}>{words}</button>
                );
              })}
              {may('consent-withdrawals') && (
                <button
                  type="button" class="danger"
                  onClick={() => void writing.run(
                    'Återkalla samtycket', id, writes.withdrawConsent(id), 'Samtycket är återkallat.')}
                >
                  Samtycket återkallas
                </button>
              )}
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

function stateText(row: SentHandoff): string {
  switch (stateOf(row)) {
    case 'RECEIVED': return row.desk?.isOpen === false ? 'Mottagningen är stängd' : 'Väntar på kommunen';
    case 'ACKNOWLEDGED': return 'Kommunen har tagit den';
    case 'STARTED': return 'Kommunen arbetar';
    case 'ANSWERED': return 'Besvarad';
    case 'CLOSED': return endWords[row.endReason] ?? 'Avslutad';
  }
}

function progress(row: SentHandoff, now: number): string {
  const taken = row.acknowledgedAt;
  if (taken) return `Tagen efter ${duration(minutesBetween(row.requestedAt, Date.parse(taken)))}`;
  return stateOf(row) === 'RECEIVED' ? `Väntat ${duration(minutesBetween(row.requestedAt, now))}` : '';
}
