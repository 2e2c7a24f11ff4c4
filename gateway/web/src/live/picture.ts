import type { Followed, Step } from '../types';

/** What is known of a live list. */
export interface Picture<Row extends Followed> {
  rows: ReadonlyMap<string, Row>;
  /** Where to go on after a lost connection; empty before the first whole picture. */
  cursor: string;
  /** When the list was known to be complete; null before that. */
  asOf: number | null;
  /** The rows of a snapshot that has not come to its end. */
  coming: ReadonlyMap<string, Row> | null;
}

export const blank: Picture<never> = { rows: new Map<string, never>(), cursor: '', asOf: null, coming: null };

/** The picture after one more step. While a snapshot comes, the old rows stay: nobody looks at half a list. */
export function after<Row extends Followed>(picture: Picture<Row>, step: Step<Row>): Picture<Row> {
  const asOf = step.asOf === undefined ? picture.asOf : Date.parse(step.asOf);
  const cursor = step.cursor || picture.cursor;
  switch (step.kind) {
    case 'CHANGE_KIND_SNAPSHOT':
      return { ...picture, coming: withRow(picture.coming ?? new Map(), step.handoff) };
    case 'CHANGE_KIND_SNAPSHOT_END':
      return { rows: withClosed(picture.coming ?? new Map(), picture.rows), cursor, asOf, coming: null };
    case 'CHANGE_KIND_CHANGED':
      return { ...picture, rows: withRow(picture.rows, step.handoff), cursor, asOf };
    case 'CHANGE_KIND_REMOVED': {
      const rows = new Map(picture.rows);
      rows.delete(step.removedHandoffId ?? '');
      return { ...picture, rows, cursor, asOf };
    }
    case 'CHANGE_KIND_RESET':
      return { ...picture, cursor: '', coming: new Map() };
    case 'CHANGE_KIND_HEARTBEAT':
      return { ...picture, cursor, asOf };
  }
}

/**
 * The picture that others hold, with what was read here meanwhile: what a picture lacks before it is whole is not gone.
 */
export function joined<Row extends Followed>(here: Picture<Row>, theirs: Picture<Row>): Picture<Row> {
  const isKept = (row: Row) => theirs.asOf === null || isClosed(row) || theirs.rows.has(row.handoffId);
  return withRead(theirs, [...here.rows.values()].filter(isKept));
}

/** Adds rows that were read otherwise; what is known already and newer stays. */
export function withRead<Row extends Followed>(picture: Picture<Row>, read: readonly Row[]): Picture<Row> {
  const rows = new Map(picture.rows);
  for (const row of read) {
    const known = rows.get(row.handoffId);
    if (!known || BigInt(known.version) < BigInt(row.version)) rows.set(row.handoffId, row);
  }
  return { ...picture, rows };
}

function withRow<Row extends Followed>(rows: ReadonlyMap<string, Row>, row: Row | undefined): Map<string, Row> {
  const more = new Map(rows);
  if (row) more.set(row.handoffId, row);
  return more;
}

// A snapshot has what is open; what was closed before it is still what it was.
function withClosed<Row extends Followed>(open: ReadonlyMap<string, Row>, old: ReadonlyMap<string, Row>) {
  const closed = [...old].filter(([id, row]) => isClosed(row) && !open.has(id));
  return new Map([...open, ...closed]);
}

const isClosed = (row: Followed): boolean => row.state === 'HANDOFF_STATE_CLOSED';
