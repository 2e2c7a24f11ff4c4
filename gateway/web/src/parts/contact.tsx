import { now } from '../clock';
import { duration, exactTime, time } from '../format';
import { isStale, type Machine } from '../live/machine';
import { useValue } from '../state';

interface Props { machine: Machine; asOf: number | null }

/** Two things that are not the same: whether there is contact, and how old what is shown is. */
export function ContactMark({ machine, asOf }: Props) {
  const at = useValue(now);
  return (
    <div class="contact">
      <span class={`connection ${machine.connection}`}>{connectionWords(machine)}</span>
      <span class={isStale(asOf, at) ? 'fresh stale' : 'fresh'}>
        {asOf === null ? 'Listan har inte kommit än' : <>Fullständig <time>{exactTime(asOf)}</time></>}
      </span>
    </div>
  );
}

function connectionWords(machine: Machine): string {
  switch (machine.connection) {
    case 'connecting': return 'Ansluter …';
    case 'live': return 'Ansluten';
    case 'lost': return 'Återansluter …';
    case 'ended': return 'Utloggad';
  }
}

/** Says over a list that it may be old, how old, and that it mends itself. */
export function AgeNote({ machine, asOf }: Props) {
  const at = useValue(now);
  const isLost = machine.connection === 'lost' || machine.connection === 'ended';
  if (!isLost && (asOf === null || !isStale(asOf, at))) return <div class="age" role="status" />;
  // The page's clock moves in steps, and may be a moment behind the word that was heard last.
  const minutes = asOf === null ? 0 : Math.max(0, Math.floor((at - asOf) / 60_000));
  const age = asOf === null ? '' : ` Det som visas är ${duration(minutes)} gammalt`
    + ` (från ${time(asOf)}).`;
  return (
    <div class="age on" role="status">
      <p>
        <strong>{isLost ? 'Kontakten är bruten.' : 'Ansluten, men inget nytt besked har kommit.'}</strong>
        {age} Listan hämtar ikapp av sig själv.
      </p>
    </div>
  );
}
