import { useEffect } from 'preact/hooks';
import { now } from '../clock';
import { duration, time } from '../format';
import { deskList } from '../live/lists';
import { groupOf, ordered } from '../model/order';
import { colourOf, leaveStageOf, minutesBetween, stageOf, stateOf } from '../model/thresholds';
import { AgeNote, ContactMark } from '../parts/contact';
import { ColourMark } from '../parts/colour';
import { stay, stayEveryMilliseconds } from '../session';
import { useValue } from '../state';
import type { Colour, Handoff, Session } from '../types';
import { stateWords } from '../words';

const colours: readonly Colour[] = ['ORANGE', 'YELLOW', 'GREEN', 'BLUE'];

/** What of a handoff may hang on a wall: nothing that says who, and not a word that somebody has written. */
interface Public { id: string; colour: Colour | null; state: string; minutes: number; stage: string; leave: string }

function publicOf(row: Handoff, at: number): Public {
  const leaves = row.need?.expectedLeaveAt;
  return {
    id: row.handoffId, colour: colourOf(row), state: stateWords[stateOf(row)],
    minutes: minutesBetween(row.receivedAt, at), stage: stageOf(row, at),
    leave: leaves === undefined ? '' : `${time(leaves)}${leaveStageOf(row, at) === 'late' ? ' passerad' : ''}`,
  };
}

/** The board for a screen that everybody passes. Nobody touches it, so it says itself that it is used. */
export function Wall({ session }: { session: Session }) {
  const { picture, machine } = useValue(deskList(session));
  const at = useValue(now);
  useEffect(() => {
    const timer = setInterval(() => void stay(), stayEveryMilliseconds);
    return () => clearInterval(timer);
  }, []);
  const open = ordered(picture.rows.values(), 'behov')
    .filter((row) => groupOf(row) === 'waiting' || groupOf(row) === 'working');
  const waiting = open.filter((row) => groupOf(row) === 'waiting');
  const count = (colour: Colour) => waiting.filter((row) => colourOf(row) === colour).length;
  const isOld = machine.connection === 'lost' || machine.connection === 'ended';
  return (
    <main class="wall" id="main">
      <header class="head">
        <h1 tabIndex={-1}>{waiting.length} väntar</h1>
        <ul role="list" class="counts">
          {colours.map((colour) => <li key={colour}><ColourMark colour={colour} /> {count(colour)}</li>)}
        </ul>
        <ContactMark machine={machine} asOf={picture.asOf} />
        <a href="/board" class="quiet">Tavlan</a>
      </header>
      <AgeNote machine={machine} asOf={picture.asOf} />
      <table class={isOld ? 'old' : ''}>
        <thead>
          <tr>
            <th scope="col">Färg</th><th scope="col">Väntat</th><th scope="col">Status</th><th scope="col">Hem</th>
          </tr>
        </thead>
        <tbody>
          {open.map((row) => publicOf(row, at)).map((row) => (
            <tr key={row.id} class={row.stage}>
              <td><ColourMark colour={row.colour} /></td>
              <td>{duration(row.minutes)}{row.stage === 'late' && <span class="mark late">För länge</span>}</td>
              <td>{row.state}</td>
              <td>{row.leave}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
