import { time } from '../format';
import type { Pending } from '../model/outbox';
import { current } from '../session';
import { useValue } from '../state';
import { giveUp, pending, retry } from '../writes';

/** Every change that is asked for and not done, with its reason. Nothing waits unseen. */
export function Tray() {
  const all = useValue(pending);
  const owner = current()?.userName;
  const mine = all.filter((change) => change.owner === owner && change.state !== 'sending');
  const others = [...new Set(all.filter((change) => change.owner !== owner).map((change) => change.ownerName))];
  if (mine.length === 0 && others.length === 0) return null;
  return (
    <section class="tray" aria-label="Ändringar som inte är gjorda">
      <ul role="list">{mine.map((change) => <Waiting key={change.key} change={change} />)}</ul>
      {others.length > 0 && owner && (
        <p>Ändringar av {others.join(' och ')} väntar: de skickas när samma person loggar in här igen.</p>
      )}
    </section>
  );
}

function Waiting({ change }: { change: Pending }) {
  return (
    <li class={change.state}>
      <div>
        <strong>{change.label}</strong>{' '}
        {change.state === 'waiting'
          ? <span>sparad här {time(change.askedAt)}, skickas så snart det går</span>
          : <span role="alert">inte gjort: {change.problem?.detail || change.problem?.title}</span>}
      </div>
      {change.state === 'refused' && <button type="button" onClick={() => retry(change.key)}>Försök igen</button>}
      <button type="button" class="quiet" onClick={() => giveUp(change.key)}>
        {change.state === 'refused' ? 'Ta bort' : 'Ångra'}
      </button>
    </li>
  );
}
