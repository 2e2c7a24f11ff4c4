import { useLayoutEffect } from 'preact/hooks';
import { meaning, type Action } from './model/meaning';
import { state } from './state';

export type { Action } from './model/meaning';

const registered = state<readonly Action[]>([]);

export const actions = registered;

/** Single keys can be turned off by those who speak to their computer or hit keys by mistake (WCAG 2.1.4). */
export const keysOn = state(localStorage.getItem('naravard.keys') !== 'off');
keysOn.watch(() => localStorage.setItem('naravard.keys', keysOn.get() ? 'on' : 'off'));

/** The actions of a part of the page, as long as it is shown. */
export function useActions(list: readonly Action[], depends: readonly unknown[]): void {
  // Before it is painted: who sees a button may use its key.
  useLayoutEffect(() => {
    registered.change((all) => [...all, ...list]);
    return () => registered.change((all) => all.filter((action) => !list.includes(action)));
  }, [...depends]);
}

let before = '';

addEventListener('keydown', (event) => {
  if (!keysOn.get() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]') || event.key.length > 1) return;
  const meant = meaning(registered.get(), before ? `${before} ${event.key}` : event.key);
  before = meant === 'more' ? event.key : '';
  if (meant === null || meant === 'more') return;
  event.preventDefault();
  meant.run();
});

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.matches) return false;
  return element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}
