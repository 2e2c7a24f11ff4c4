import { useMemo } from 'preact/hooks';
import { duration, timeAndDay, dayOf } from '../format';
import { ageOf } from '../model/personnummer';
import {
  colourOf, inStatusSince, leaveStageOf, leftUnseen, minutesBetween, stageOf, stateOf, type Stage,
} from '../model/thresholds';
import { ColourMark } from '../parts/colour';
import type { Handoff } from '../types';
import { endWords, isProtected, outcomeWords, reasonWords, stateWords } from '../words';

const stageWords: Record<Stage, string> = { calm: '', soon: 'Snart för länge', late: 'För länge' };

interface Props {
  row: Handoff;
  now: number;
  isNew: boolean;
  waits: boolean;
  onTake: (row: Handoff) => void;
  /** There for somebody to say that they have seen it; absent elsewhere. */
  onSeen?: ((row: Handoff) => void) | undefined;
}

/** One handoff of the board. It is drawn anew only when something of it has changed, for there may be hundreds. */
export function BoardRow(props: Props) {
  const { row, now, isNew, waits } = props;
  const [waited, inStatus] = [minutesBetween(row.receivedAt, now), minutesBetween(inStatusSince(row), now)];
  return useMemo(
    () => <Row {...props} />,
    [row, isNew, waits, waited, inStatus, stageOf(row, now), leaveStageOf(row, now)]);
}

/** As it can be read from two metres. */
function Row({ row, now, isNew, waits, onTake, onSeen }: Props) {
  const state = stateOf(row);
  const stage = stageOf(row, now);
  const canTake = row.allowedActions.some((action) => action.action === 'acknowledgements' && action.allowed);
  const age = row.person ? ageOf(row.person.number, dayOf(now)) : null;
  return (
    <li class={`row ${stage} ${state.toLowerCase()}${isNew ? ' new' : ''}`} data-id={row.handoffId}>
      <div class="what">
        <ColourMark colour={colourOf(row)} />
        {stage !== 'calm' && (
          <span class={`mark ${stage}`}>{row.isOverdue ? 'Försenad' : stageWords[stage]}</span>
        )}
        {leftUnseen(row) && <span class="mark late">Gick utan att bli bedömd</span>}
      </div>
      <div class="who">
        <a href={`/handoffs/${row.handoffId}`}>{row.person?.name ?? 'Innehållet är borttaget'}</a>
        <span class="small">
          {age !== null && <>{age} år </>}
          {row.person && isProtected(row.person.protection) && <span class="tag">Skyddad identitet</span>}
          {row.person?.interpreterLanguage && <span class="tag">Tolk</span>}
          {row.need?.livesAlone && <span class="tag">Bor ensam</span>}
        </span>
      </div>
      <div class="why">{row.need?.reasonCodes.map((code) => reasonWords[code] ?? code).join(', ')}</div>
      <Times row={row} now={now} />
      <div class="state">
        <strong>{stateWords[state]}</strong>
        <span class="small">{whose(row)}</span>
      </div>
      <div class="do">
        {waits ? <span class="small">Väntar på att skickas</span>
          : canTake && <button type="button" onClick={() => onTake(row)}>Ta<span class="hidden"> överlämningen för{' '}
            {row.person?.name}</span></button>}
        {onSeen && <button type="button" onClick={() => onSeen(row)}>Sett<span class="hidden">: {row.person?.name}{' '}
          har gått</span></button>}
      </div>
    </li>
  );
}

function Times({ row, now }: { row: Handoff; now: number }) {
  const state = stateOf(row);
  const isOver = state === 'CLOSED' || state === 'ANSWERED';
  const until = isOver ? Date.parse(row.answeredAt ?? row.closedAt ?? '') || now : now;
  const total = minutesBetween(row.receivedAt, until);
  const inStatus = minutesBetween(inStatusSince(row), now);
  const leave = row.need?.expectedLeaveAt;
  const leaveStage = leaveStageOf(row, now);
  return (
    <>
      <div class="waited">
        <strong><span class="hidden">{isOver ? 'Tog' : 'Väntat'} </span>{duration(total)}</strong>
        {!isOver && state !== 'RECEIVED' && <span class="small">{duration(inStatus)} i status</span>}
      </div>
      <div class={`leave ${leaveStage}`}>
        {leave && <><span class="small">Hem </span>{timeAndDay(leave, now)}</>}
        {leaveStage !== 'calm' && (
          <span class={`mark ${leaveStage}`}>{leaveStage === 'late' ? 'Tiden är ute' : 'Går snart'}</span>
        )}
      </div>
    </>
  );
}

function whose(row: Handoff): string {
  if (row.state === 'HANDOFF_STATE_CLOSED' && row.endReason !== 'END_REASON_COMPLETED') {
    return endWords[row.endReason] ?? '';
  }
  if (row.outcome) return outcomeWords[row.outcome.kind] ?? '';
  return row.acknowledgedBy?.name ?? 'Ingen har tagit den';
}
