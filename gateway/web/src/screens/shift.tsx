import { useEffect } from 'preact/hooks';
import { now } from '../clock';
import { dayOf, duration, number } from '../format';
import { deskList, readRecent, recent } from '../live/lists';
import { shiftOf } from '../model/shift';
import { AgeNote, ContactMark } from '../parts/contact';
import { useValue } from '../state';
import type { Session } from '../types';
import { outcomeWords } from '../words';

/** What today led to. */
export function Shift({ session }: { session: Session }) {
  const { picture, machine } = useValue(deskList(session));
  const at = useValue(now);
  const read = useValue(recent);
  useEffect(() => void readRecent(session), [session.userName]);
  const shift = shiftOf(picture.rows.values(), at);
  return (
    <div class="shift">
      <header class="head">
        <h1 tabIndex={-1}>Efter passet, {dayOf(at)}</h1>
        <ContactMark machine={machine} asOf={picture.asOf} />
      </header>
      <AgeNote machine={machine} asOf={picture.asOf} />
      {read === 'reading' && <p role="status">Hämtar dagens …</p>}
      {read === 'failed' && (
        <p role="alert" class="problem">
          Dagens avslutade kunde inte hämtas: talen är för låga.{' '}
          <button type="button" onClick={() => void readRecent(session)}>Försök igen</button>
        </p>
      )}
      <dl class="figures">
        <Figure name="Kom in i dag" value={number(shift.received)} />
        <Figure name="Besvarade" value={number(shift.answered)} />
        <Figure name="Till tagen (median)" value={minutes(shift.toTaken)} />
        <Figure name="Tagen till svar (median)" value={minutes(shift.toAnswer)} />
        <Figure name="Gick utan att bli bedömda" value={number(shift.leftUnseen)} />
      </dl>
      {shift.outcomes.length === 0 ? <p class="empty">Inget är besvarat i dag.</p> : <Outcomes of={shift.outcomes} />}
    </div>
  );
}

const minutes = (value: number | null) => (value === null ? '–' : duration(Math.round(value * 10) / 10));

function Figure({ name, value }: { name: string; value: string }) {
  return <div><dt>{name}</dt><dd>{value}</dd></div>;
}

const [barHeight, step, widest, textWidth] = [22, 34, 320, 210];

/** The picture for those who see it, the table for those who listen. */
function Outcomes({ of }: { of: readonly (readonly [string, number])[] }) {
  const most = Math.max(...of.map(([, count]) => count));
  return (
    <section class="card" aria-labelledby="outcomes">
      <h2 id="outcomes">Utfall</h2>
      <svg
        class="chart" aria-hidden="true" focusable="false"
        viewBox={`0 0 ${textWidth + widest + 40} ${of.length * step}`}
      >
        {of.map(([kind, count], i) => (
          <g key={kind} transform={`translate(0 ${i * step})`}>
            <text x={textWidth - 10} y={barHeight / 2 + 5} text-anchor="end">{outcomeWords[kind] ?? kind}</text>
            <rect x={textWidth} width={(widest * count) / most} height={barHeight} rx="3" />
            <text class="value" x={textWidth + (widest * count) / most + 8} y={barHeight / 2 + 5}>{count}</text>
          </g>
        ))}
      </svg>
      <table class="hidden">
        <caption>Utfall i dag</caption>
        <thead><tr><th scope="col">Utfall</th><th scope="col">Antal</th></tr></thead>
        <tbody>
          {of.map(([kind, count]) => (
            <tr key={kind}><th scope="row">{outcomeWords[kind] ?? kind}</th><td>{count}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
