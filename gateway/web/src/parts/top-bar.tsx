import { signInAddress } from '../api';
import type { ScreenLink } from '../screens';
import { current, signOut } from '../session';
import type { Session } from '../types';
import { pending } from '../writes';
import { say } from './said';
import { SignalSwitches } from './signal';

interface Props {
  session: Session;
  screens: readonly ScreenLink[];
  path: string;
  onHelp: () => void;
  onPalette: () => void;
}

export function TopBar({ session, screens, path, onHelp, onPalette }: Props) {
  return (
    <header class="top">
      <span class="brand">NaraVard</span>
      <nav aria-label="Sidor">
        {screens.map(({ address, name }) => (
          <a key={address} href={address} aria-current={path === address ? 'page' : undefined}>{name}</a>
        ))}
      </nav>
      <button type="button" class="quiet find" onClick={onPalette}>Sök åtgärd <kbd>Ctrl K</kbd></button>
      <button type="button" class="quiet" onClick={onHelp} aria-label="Tangenter">?</button>
      <details class="menu">
        <summary>{session.name}</summary>
        <div>
          <SignalSwitches />
          <a class="button" href={signInAddress(path, true)}>Byt användare</a>
          <button type="button" onClick={() => void leave()}>Logga ut</button>
        </div>
      </details>
    </header>
  );
}

async function leave(): Promise<void> {
  const session = current();
  if (!session) return;
  const waiting = pending.get().filter((change) => change.owner === session.userName).length;
  if (waiting > 0 && !confirm(`${waiting} ändringar är inte skickade än. Logga ut ändå?`)) return;
  const next = await signOut(session);
  if (next) location.assign(next);
  else say('Utloggningen gick inte fram. Försök igen.');
}

