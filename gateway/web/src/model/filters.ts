import type { Colour, Handoff } from '../types';
import type { Order } from './order';
import { colourOf, stateOf } from './thresholds';

export type Show = 'oppna' | 'vantar' | 'mina' | 'klara';

/** What the board shows. It is the page's address, so that a way back, a bookmark and a new sign-in keep it. */
export interface Filters {
  show: Show;
  colours: readonly Colour[];
  order: Order;
}

const shows: readonly Show[] = ['oppna', 'vantar', 'mina', 'klara'];
const orders: readonly Order[] = ['nyast', 'behov', 'hemgang'];
const colourWords: Record<string, Colour> = { orange: 'ORANGE', gul: 'YELLOW', gron: 'GREEN', bla: 'BLUE' };

export const noFilters: Filters = { show: 'oppna', colours: [], order: 'nyast' };

/** What is not understood is left out: an address may come from anywhere. */
export function filtersOf(query: string): Filters {
  const read = new URLSearchParams(query);
  const words = (read.get('farg') ?? '').split(',');
  return {
    show: one(shows, read.get('visa')) ?? noFilters.show,
    colours: Object.entries(colourWords).filter(([word]) => words.includes(word)).map(([, colour]) => colour),
    order: one(orders, read.get('ordning')) ?? noFilters.order,
  };
}

/** The query of an address, with its question mark; empty when nothing is chosen. */
export function queryOf(filters: Filters): string {
  const parts: string[] = [];
  if (filters.show !== noFilters.show) parts.push(`visa=${filters.show}`);
  const words = Object.entries(colourWords).filter(([, colour]) => filters.colours.includes(colour));
  if (words.length > 0) parts.push(`farg=${words.map(([word]) => word).join(',')}`);
  if (filters.order !== noFilters.order) parts.push(`ordning=${filters.order}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

export function isShown(handoff: Handoff, filters: Filters, hsaId: string): boolean {
  const colour = colourOf(handoff);
  if (filters.colours.length > 0 && (colour === null || !filters.colours.includes(colour))) return false;
  const state = stateOf(handoff);
  switch (filters.show) {
    case 'oppna': return state !== 'CLOSED';
    case 'vantar': return state === 'RECEIVED';
    case 'mina': return state !== 'CLOSED' && handoff.acknowledgedBy?.hsaId === hsaId;
    case 'klara': return state === 'CLOSED' || state === 'ANSWERED';
  }
}

/** Whether what is typed in the search field is in the row's name. It stays on the page, never in the address. */
export function matches(handoff: Handoff, typed: string): boolean {
  const words = typed.toLocaleLowerCase('sv').split(/\s+/).filter((word) => word !== '');
  const name = (handoff.person?.name ?? '').toLocaleLowerCase('sv');
  return words.every((word) => name.includes(word));
}

function one<Word extends string>(words: readonly Word[], text: string | null): Word | undefined {
  return words.find((word) => word === text);
}
