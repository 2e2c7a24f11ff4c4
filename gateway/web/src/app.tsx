import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { forgetOthers } from './drafts';
import { useActions } from './keys';
import { reconnect } from './live/lists';
import { Help, Palette } from './parts/help';
import { Said } from './parts/said';
import { SessionDialogs } from './parts/session-dialogs';
import { Tray } from './parts/tray';
import { go, place } from './route';
import { begin, Screen, screensOf, titleOf } from './screens';
import { ask, look, signedIn } from './session';
import { useValue } from './state';
import { TopBar } from './parts/top-bar';
import type { Session } from './types';
import { pump } from './writes';
import { SignIn } from './screens/sign-in';

const askEveryMilliseconds = 30_000;

/** The frame around the screens, and who is signed in. */
export function App() {
  const now = useValue(signedIn);
  const session = now.is === 'in' ? now.session : now.is === 'out' ? now.was : null;
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void look(), askEveryMilliseconds);
    const seen = () => document.visibilityState === 'visible' && void ask();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
  useEffect(() => {
    if (now.is !== 'in') return;
    forgetOthers(now.session.userName);
    reconnect();
    void pump();
  }, [now.is, session?.userName]);

  if (session === null) return now.is === 'out' ? <SignIn /> : <p class="loading" role="status">Öppnar NaraVard …</p>;
  return <Frame session={session} isOut={now.is === 'out'} />;
}

function Frame({ session, isOut }: { session: Session; isOut: boolean }) {
  const { path } = useValue(place);
  const [open, show] = useState<'help' | 'palette' | null>(null);
  const screens = screensOf(session);
  useActions([
    { name: 'Visa tangenter', keys: '?', run: () => show('help') },
    ...screens.map(({ address, name, keys }) => ({ name: `Gå till ${name}`, keys, run: () => go(address) })),
  ], [session.userName]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      show((was) => (was === 'palette' ? null : 'palette'));
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  useLayoutEffect(() => {
    if (path === '/' && screens[0]) go(screens[0].address, true);
    document.title = titleOf(path);
    begin();
    scrollTo(0, 0);
  }, [path]);

  if (path === '/wall') return <><Screen path={path} session={session} /><Said /><SessionDialogs isOut={isOut} /></>;
  return (
    <>
      <a class="skip" href="#main">Till innehållet</a>
      <TopBar
        session={session} screens={screens} path={path} onHelp={() => show('help')} onPalette={() => show('palette')}
      />
      {/* What a person who is no longer signed in has on the page stays there, and is not shown. */}
      <main id="main" tabIndex={-1} class={isOut ? 'veiled' : ''}>
        {screens.length === 0 ? <p>Din roll har ingen sida här.</p> : <Screen path={path} session={session} />}
      </main>
      <Tray />
      <Said />
      {open === 'help' && <Help onClose={() => show(null)} />}
      {open === 'palette' && <Palette onClose={() => show(null)} />}
      <SessionDialogs isOut={isOut} />
    </>
  );
}
