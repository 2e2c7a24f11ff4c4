import { state } from './state';

// Which of those who left unseen the user of this tab has said that they have seen. Ids only, gone with the tab.
const place = 'naravard.seen';

export const seen = state<ReadonlySet<string>>(new Set(JSON.parse(sessionStorage.getItem(place) ?? '[]') as string[]));
seen.watch(() => sessionStorage.setItem(place, JSON.stringify([...seen.get()])));

export const see = (id: string): void => seen.change((was) => new Set([...was, id]));
