import { useEffect, useRef } from 'preact/hooks';
import { groupOf } from '../model/order';
import { colourOf } from '../model/thresholds';
import { state, useValue } from '../state';
import type { Handoff } from '../types';
import { colourWords } from '../words';
import { say } from './said';

export const soundOn = remembered('naravard.sound');
export const badgeOn = remembered('naravard.badge');

function remembered(name: string) {
  const on = state(localStorage.getItem(name) !== 'off');
  on.watch(() => localStorage.setItem(name, on.get() ? 'on' : 'off'));
  return on;
}

/** The switches for what a new handoff does. */
export function SignalSwitches() {
  const sound = useValue(soundOn);
  const badge = useValue(badgeOn);
  return (
    <fieldset class="switches">
      <legend>När en ny kommer</legend>
      <label class="switch">
        <input type="checkbox" checked={sound} onChange={() => soundOn.change((was) => !was)} /> Ljud
      </label>
      <label class="switch">
        <input type="checkbox" checked={badge} onChange={() => badgeOn.change((was) => !was)} /> Antal i fliken
      </label>
    </fieldset>
  );
}

/** Tells of what is new: a word for those who listen, a sound, and the number of those who wait in the title. */
export function useSignal(rows: ReadonlyMap<string, Handoff>, isWhole: boolean, title: string): void {
  const seen = useRef<ReadonlySet<string> | null>(null);
  const sound = useValue(soundOn);
  const badge = useValue(badgeOn);
  const waiting = [...rows.values()].filter((row) => groupOf(row) === 'waiting');

  useEffect(() => {
    if (!isWhole) return;
    const fresh = waiting.filter((row) => seen.current !== null && !seen.current.has(row.handoffId));
    seen.current = new Set(rows.keys());
    if (fresh.length === 0) return;
    const colour = colourOf(fresh[0]!);
    say(fresh.length === 1 ? `Ny överlämning${colour ? `, ${colourWords[colour].toLowerCase()}` : ''}.`
      : `${fresh.length} nya överlämningar.`);
    if (sound) play();
  }, [rows, isWhole]);

  useEffect(() => {
    document.title = badge && waiting.length > 0 ? `(${waiting.length}) ${title}` : title;
  }, [waiting.length, badge, title]);
}

let audio: AudioContext | undefined;

/** Two soft notes, made here: no file to fetch. Browsers keep silent until somebody has touched the page. */
function play(): void {
  audio ??= new AudioContext();
  [660, 880].forEach((hertz, i) => {
    const at = audio!.currentTime + i * 0.18;
    const volume = audio!.createGain();
    const note = audio!.createOscillator();
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
    note.frequency.value = hertz;
    note.connect(volume).connect(audio!.destination);
    note.start(at);
    note.stop(at + 0.32);
  });
}
