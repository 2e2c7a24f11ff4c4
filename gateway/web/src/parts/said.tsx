import { state, useValue } from '../state';

const words = state({ text: '', at: 0 });

/** Says something to those who see and to those who listen, without taking the focus. */
export function say(text: string): void {
  const at = words.get().at + 1;
  words.change(() => ({ text, at }));
  setTimeout(() => words.change((now) => (now.at === at ? { text: '', at } : now)), 8_000);
}

export function Said() {
  const { text } = useValue(words);
  return <div class="said" role="status">{text && <p>{text}</p>}</div>;
}
