import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { now } from '../clock';
import { useActions } from '../keys';
import { deskList, readRecent, recent } from '../live/lists';
import { filtersOf, isShown, matches, queryOf, type Filters, type Show } from '../model/filters';
import { groupOf, nextUnhandled, ordered, type Group } from '../model/order';
import { leftLately } from '../model/thresholds';
import { writes } from '../api';
import { AgeNote, ContactMark } from '../parts/contact';
import { say } from '../parts/said';
import { go, place } from '../route';
import { see, seen } from '../seen';
import { useValue } from '../state';
import type { Handoff, Session } from '../types';
import { pending, submit } from '../writes';
import { BoardFilters } from './board-filters';
import { BoardRow } from './board-row';

const groupNames: Record<Group | 'left', string> = {
  left: 'Gick utan att bli bedömda', waiting: 'Väntar på någon', working: 'Pågår', answered: 'Besvarade',
  closed: 'Avslutade',
};

/** The own kommun's handoffs, live. */
export function Board({ session }: { session: Session }) {
  const list = deskList(session);
  const { picture, machine } = useValue(list);
  const at = useValue(now);
  const filters = filtersOf(useValue(place).query);
  const [typed, type] = useState('');
  const all = useMemo(() => [...picture.rows.values()], [picture]);
  const shown = useMemo(
    () => ordered(all.filter((row) => isShown(row, filters, session.hsaId) && matches(row, typed)), filters.order),
    [all, queryOf(filters), typed, session.hsaId]);
  const gone = useGone(all, at, filters.show);
  const fresh = useNew(all);
  const waiting = new Set(useValue(pending).map((change) => change.subject));
  const rows = useRef<HTMLDivElement>(null);

  const filter = (change: Partial<Filters>) => go(`/board${queryOf({ ...filters, ...change })}`, true);
  const move = (step: number) => focusRow(rows.current, step);
  const unhandled = () => {
    const open = nextUnhandled(all, rowOf(document.activeElement));
    if (open) focusOn(rows.current, open.handoffId) || go(`/handoffs/${open.handoffId}`);
    else say('Ingen väntar.');
  };

  useEffect(() => {
    // After the list, which is what the board is for.
    if (picture.asOf !== null && recent.get() === 'not-read') void readRecent(session);
  }, [picture.asOf === null]);
  useActions([
    { name: 'Gå till nästa som ingen har tagit', keys: 'n', run: unhandled },
    { name: 'Nästa rad', keys: 'j', run: () => move(1) },
    { name: 'Föregående rad', keys: 'k', run: () => move(-1) },
    { name: 'Ta raden', keys: 't', run: () => takeRow(all) },
    { name: 'Sök på namn', keys: '/', run: () => document.getElementById('board-search')?.focus() },
    { name: 'Visa öppna', keys: 'v o', run: () => filter({ show: 'oppna' }) },
    { name: 'Visa dem som väntar', keys: 'v v', run: () => filter({ show: 'vantar' }) },
    { name: 'Visa mina', keys: 'v m', run: () => filter({ show: 'mina' }) },
    { name: 'Visa besvarade och avslutade', keys: 'v k', run: () => filter({ show: 'klara' }) },
  ], [all, queryOf(filters)]);

  return (
    <div class="board">
      <header class="head">
        <h1 tabIndex={-1}>På väg hem från akuten</h1>
        <ContactMark machine={machine} asOf={picture.asOf} />
      </header>
      <AgeNote machine={machine} asOf={picture.asOf} />
      <BoardFilters rows={all} filters={filters} typed={typed} onType={type} onFilter={filter} hsaId={session.hsaId} />
      <div ref={rows} class={machine.connection === 'live' || machine.connection === 'connecting' ? '' : 'old'}>
        {(['left', 'waiting', 'working', 'answered', 'closed'] as const).map((group) => {
          const inGroup = group === 'left' ? gone : shown.filter((row) => groupOf(row) === group);
          return inGroup.length > 0 && (
            <section key={group} class="group" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{groupNames[group]} <span class="count">{inGroup.length}</span></h2>
              <ul role="list">
                {inGroup.map((row) => (
                  <BoardRow
                    key={row.handoffId} row={row} now={at} isNew={fresh.has(row.handoffId)}
                    waits={waiting.has(row.handoffId)} onTake={take}
                    onSeen={group === 'left' ? ({ handoffId }) => see(handoffId) : undefined}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {shown.length + gone.length === 0 && <Empty isKnown={picture.asOf !== null} isFiltered={all.length > 0} />}
      </div>
    </div>
  );
}

/** Nothing because all is done is another thing than nothing because nobody knows. */
function Empty({ isKnown, isFiltered }: { isKnown: boolean; isFiltered: boolean }) {
  if (!isKnown) return <p class="empty">Listan hämtas …</p>;
  const words = isFiltered ? 'Inget här passar urvalet.' : 'Ingen väntar just nu. Listan är fullständig.';
  return <p class="empty">{words}</p>;
}

async function take(row: Handoff): Promise<void> {
  const sent = await submit('Ta överlämningen', row.handoffId, writes.acknowledge(row.handoffId));
  if (sent.is === 'done') say('Tagen: den är din nu.');
  else if (sent.is === 'refused') say(`Inte tagen: ${sent.problem.detail}`);
  else say('Sparad här. Den tas så snart kontakten är tillbaka.');
}

function takeRow(all: readonly Handoff[]): void {
  const row = all.find(({ handoffId }) => handoffId === rowOf(document.activeElement));
  if (row) void take(row);
  else say('Gå till en rad först: tangent n eller j.');
}

/** Those who left unseen, until the user has seen it: nobody looks for them among what is done, where they are too. */
function useGone(all: readonly Handoff[], at: number, show: Show): readonly Handoff[] {
  const known = useValue(seen);
  if (show === 'klara') return [];
  return ordered(all.filter((row) => leftLately(row, at) && !known.has(row.handoffId)), 'nyast');
}

/** The rows that came while the page was open, for as long as their mark shows. */
function useNew(all: readonly Handoff[]): ReadonlySet<string> {
  const before = useRef<Set<string> | null>(null);
  const fresh = useRef(new Set<string>());
  if (all.length > 0 || before.current !== null) {
    for (const row of all) {
      // What is closed was read afterwards, and is not new.
      if (before.current && !before.current.has(row.handoffId) && groupOf(row) !== 'closed') {
        fresh.current.add(row.handoffId);
      }
    }
    before.current = new Set(all.map((row) => row.handoffId));
  }
  return fresh.current;
}

const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[data-id]')?.dataset['id'];

function focusOn(board: HTMLElement | null, id: string): boolean {
  const link = board?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return Boolean(link);
}

function focusRow(board: HTMLElement | null, step: number): void {
  const all = [...(board?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
  const at = all.findIndex((row) => row.dataset['id'] === rowOf(document.activeElement));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  if (next) focusOn(board, next.dataset['id']!);
}
