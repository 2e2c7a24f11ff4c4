import { useLayoutEffect, useState } from 'preact/hooks';

/** A value that changes, and those who want to know. */
export interface State<Value> {
  get(): Value;
  change(how: (value: Value) => Value): void;
  /** Calls back after each change; answers how to stop. */
  watch(see: () => void): () => void;
}

export function state<Value>(first: Value): State<Value> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    change(how) {
      const next = how(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const see of [...watchers]) see();
    },
    watch(see) {
      watchers.add(see);
      return () => watchers.delete(see);
    },
  };
}

/** The value now, and again whenever it changes. */
export function useValue<Value>(from: State<Value>): Value {
  const [, redraw] = useState({});
  const value = from.get();
  useLayoutEffect(() => {
    // What it became while this was drawn, by a part of it.
    if (!Object.is(from.get(), value)) redraw({});
    return from.watch(() => redraw({}));
  }, [from]);
  return value;
}
