import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { FunctionComponent } from 'preact';
import { has } from '../session';
import type { Session } from '../types';
import { Board } from './board';
import { HandoffScreen } from './handoff';
import { deskList } from '../live/lists';
import { useSignal } from '../parts/signal';
import { useValue } from '../state';

export interface ScreenLink { address: string; name: string; keys: string }

const desk: readonly ScreenLink[] = [
  { address: '/board', name: 'Tavlan', keys: 'g t' },
  { address: '/shift', name: 'Efter passet', keys: 'g e' },
  { address: '/wall', name: 'Väggskärm', keys: 'g v' },
];
const er: readonly ScreenLink[] = [
  { address: '/er', name: 'Skickade', keys: 'g s' },
  { address: '/er/new', name: 'Ny överlämning', keys: 'g n' },
];

const isDesk = (session: Session) => has(session, 'bistandsbedomare');
const isEr = (session: Session) => has(session, 'er-staff');

/** The screens of a person's roles, most used first. */
export const screensOf = (session: Session): readonly ScreenLink[] =>
  [...(isDesk(session) ? desk : []), ...(isEr(session) ? er : [])];

export function titleOf(path: string): string {
  const name = [...desk, ...er].find(({ address }) => address === path)?.name;
  return `${name ?? (path.startsWith('/handoffs/') ? 'Överlämning' : 'NaraVard')}${name ? ' – NaraVard' : ''}`;
}

// The screens that are not needed at once come when they are first looked at.
const later = {
  '/er': () => import('./er').then((part) => part.ErList),
  '/er/new': () => import('./er-new').then((part) => part.ErNew),
  '/shift': () => import('./shift').then((part) => part.Shift),
  '/wall': () => import('./wall').then((part) => part.Wall),
};

/**
 * A new screen begins at its first field or its heading, for those who listen and for those who use the keyboard.
 * Before it is painted: later it would take the keys of who has gone on to the next field.
 */
export function begin(): void {
  const field = document.querySelector<HTMLElement>('main [autofocus]');
  (field ?? document.querySelector<HTMLElement>('h1'))?.focus();
}

interface Props { path: string; session: Session }

/** What belongs to an address, for this person. What is not theirs is not there. */
export function Screen({ path, session }: Props) {
  const id = /^\/handoffs\/([\w-]+)$/.exec(path)?.[1];
  const isOwn = screensOf(session).some(({ address }) => address === path);
  if (isDesk(session) && (id || desk.some(({ address }) => address === path))) {
    return <DeskScreen path={path} session={session} id={id} />;
  }
  return isOwn ? <Later path={path as keyof typeof later} session={session} /> : <NotThere />;
}

function DeskScreen({ path, session, id }: Props & { id: string | undefined }) {
  const { picture } = useValue(deskList(session));
  useSignal(picture.rows, picture.asOf !== null, titleOf(path));
  if (id) return <HandoffScreen key={id} id={id} session={session} />;
  if (path === '/board') return <Board session={session} />;
  return <Later path={path as keyof typeof later} session={session} />;
}

function Later({ path, session }: { path: keyof typeof later; session: Session }) {
  const [part, take] = useState<{ of: string; Part: FunctionComponent<{ session: Session }> } | 'failed' | null>(null);
  useEffect(() => {
    let isWanted = true;
    later[path]().then(
      (Part) => isWanted && take({ of: path, Part: Part as FunctionComponent<{ session: Session }> }),
      () => isWanted && take('failed'));
    return () => { isWanted = false; };
  }, [path]);
  useLayoutEffect(() => {
    if (part && part !== 'failed') begin();
  }, [part]);
  if (part === 'failed') return <p role="alert">Sidan kunde inte hämtas. <a href={location.href}>Försök igen</a></p>;
  return part?.of === path ? <part.Part session={session} /> : <p role="status">Hämtar …</p>;
}

export function NotThere() {
  return (
    <>
      <h1 tabIndex={-1}>Finns inte</h1>
      <p>Här finns inget som du får se. <a href="/">Till början</a></p>
    </>
  );
}
