import { useEffect, useState } from 'preact/hooks';
import * as api from '../api';
import { now } from '../clock';
import { deskList } from '../live/lists';
import { withRead } from '../live/picture';
import { AgeNote, ContactMark } from '../parts/contact';
import { boardAddress } from '../route';
import { ended } from '../session';
import { useValue } from '../state';
import type { Handoff, Session } from '../types';
import { colourOf, leaveStageOf, minutesBetween, stageOf, stateOf } from '../model/thresholds';
import { ColourMark } from '../parts/colour';
import { duration, timeAndDay } from '../format';
import { endWords, stateWords } from '../words';
import { Disclosed } from './handoff-disclosed';
import { History } from './handoff-history';
import { Actions } from './handoff-actions';
import { NotThere } from './index';

/** One handoff of the own kommun: what the ER told, what may be done, what has happened. */
export function HandoffScreen({ id, session }: { id: string; session: Session }) {
  const list = deskList(session);
  const { picture, machine } = useValue(list);
  const [missing, say] = useState<'not-there' | 'unreachable' | null>(null);
  const handoff = picture.rows.get(id);

  useEffect(() => {
    let isWanted = true;
    void api.handoff(id).then((result) => {
      if (!isWanted) return;
      if (result.is === 'done') {
        list.change((was) => ({ ...was, picture: withRead(was.picture, [result.body]) }));
      } else if (result.is === 'refused' && result.problem.status === 401) ended();
      else say(result.is === 'refused' && result.problem.status === 404 ? 'not-there' : 'unreachable');
    });
    return () => { isWanted = false; };
  }, [id, machine.connection === 'live']);

  if (handoff) return <Shown handoff={handoff} session={session} />;
  if (missing === 'not-there') return <NotThere />;
  if (missing === 'unreachable') {
    return (
      <>
        <h1 tabIndex={-1}>Överlämning</h1>
        <AgeNote machine={machine} asOf={picture.asOf} />
        <p role="status">Den kunde inte hämtas just nu. Den kommer så snart kontakten är tillbaka.</p>
      </>
    );
  }
  return <p role="status">Hämtar …</p>;
}

function Shown({ handoff, session }: { handoff: Handoff; session: Session }) {
  const { picture, machine } = useValue(deskList(session));
  const at = useValue(now);
  const state = stateOf(handoff);
  const leave = handoff.need?.expectedLeaveAt;
  return (
    <article class="handoff">
      <p class="back"><a href={boardAddress()}>‹ Tavlan</a> <ContactMark machine={machine} asOf={picture.asOf} /></p>
      <AgeNote machine={machine} asOf={picture.asOf} />
      <header class={`head ${stageOf(handoff, at)}`}>
        <h1 tabIndex={-1}>{handoff.person?.name ?? 'Innehållet är borttaget'}</h1>
        <p class="facts">
          <ColourMark colour={colourOf(handoff)} />
          <span>
            <strong>{stateWords[state]}</strong>{handoff.acknowledgedBy && ` av ${handoff.acknowledgedBy.name}`}
          </span>
          {state === 'CLOSED' && <span>{endWords[handoff.endReason]}</span>}
          {state !== 'CLOSED' && state !== 'ANSWERED'
            && <span>Väntat {duration(minutesBetween(handoff.receivedAt, at))}</span>}
          {handoff.isOverdue && <span class="mark late">Försenad</span>}
          {leave && <span class={`leave ${leaveStageOf(handoff, at)}`}>Väntas gå hem {timeAndDay(leave, at)}</span>}
        </p>
      </header>
      <div class="columns">
        <Disclosed handoff={handoff} now={at} />
        <div>
          <Actions handoff={handoff} session={session} />
          <History handoff={handoff} now={at} />
        </div>
      </div>
    </article>
  );
}
