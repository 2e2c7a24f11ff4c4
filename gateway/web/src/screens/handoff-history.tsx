import { timeAndDay } from '../format';
import type { Handoff, HistoryEntry } from '../types';
import { endWords, outcomeWords, stateWords } from '../words';
import { stateOf } from '../model/thresholds';
import { useKommuner } from '../parts/kommuner';

/** What has happened, newest last, and where it has been. */
export function History({ handoff, now }: { handoff: Handoff; now: number }) {
  const kommuner = useKommuner();
  const { outcome } = handoff;
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">Händelser</h2>
      <ol class="history">
        {handoff.history.map((entry) => (
          <li key={entry.state + entry.at}>
            <time dateTime={entry.at}>{timeAndDay(entry.at, now)}</time>{' '}
            {sentence(entry, handoff)}{entry.by && `, ${entry.by.name}`}
            {entry.kommunCode !== handoff.kommunCode && ` (${kommuner[entry.kommunCode] ?? entry.kommunCode})`}
          </li>
        ))}
      </ol>
      {handoff.receivers.length > 1 && (
        <p>Har gått till: {handoff.receivers.map(({ kommunCode: code }) => kommuner[code] ?? code).join(' › ')}</p>
      )}
      {outcome && (
        <dl>
          <div><dt>Utfall</dt><dd>{outcomeWords[outcome.kind]}</dd></div>
          {outcome.serviceStart && (
            <div>
              <dt>Hjälpen</dt>
              <dd>
                {outcome.serviceStart.what} från {timeAndDay(outcome.serviceStart.startsAt, now)}
                {outcome.serviceStart.contact && `, ${outcome.serviceStart.contact.name} `
                  + outcome.serviceStart.contact.phone}
              </dd>
            </div>
          )}
          {outcome.referredTo && <div><dt>Hänvisad till</dt><dd>{outcome.referredTo}</dd></div>}
        </dl>
      )}
    </section>
  );
}

function sentence(entry: HistoryEntry, handoff: Handoff): string {
  const state = stateOf(entry);
  if (state === 'RECEIVED') return 'Kom till mottagningen';
  if (state === 'STARTED') return `Påbörjad${handoff.hasInvestigation ? ' med utredning' : ''}`;
  if (state === 'CLOSED') return `Avslutad: ${(endWords[handoff.endReason] ?? '').toLocaleLowerCase('sv')}`;
  return stateWords[state];
}
