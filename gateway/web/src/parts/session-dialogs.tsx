import { signInAddress } from '../api';
import { now } from '../clock';
import { time } from '../format';
import { current, stay } from '../session';
import { useValue } from '../state';
import { Dialog } from './dialog';

const warnBeforeMilliseconds = 2 * 60_000;

/** Before the session ends: a way to stay. After: the way back to the same page, where all that was typed still is. */
export function SessionDialogs({ isOut }: { isOut: boolean }) {
  const at = useValue(now);
  const session = current();
  if (isOut) {
    const here = location.pathname + location.search;
    return (
      <Dialog title="Du är utloggad">
        <p>Det du har skrivit finns kvar. Logga in igen, så fortsätter du på samma ställe.</p>
        <p class="buttons">
          <a class="button primary" href={signInAddress(here)}>Logga in igen</a>
          <a class="button" href={signInAddress('/', true)}>Logga in som någon annan</a>
        </p>
      </Dialog>
    );
  }
  if (!session || Date.parse(session.idleUntil) - at > warnBeforeMilliseconds) return null;
  return (
    <Dialog title="Är du kvar?">
      <p>Du loggas ut {time(session.idleUntil)}, eftersom datorn är delad och inget har hänt på en stund.</p>
      <p class="buttons"><button type="button" class="primary" onClick={() => void stay()}>Fortsätt</button></p>
    </Dialog>
  );
}
