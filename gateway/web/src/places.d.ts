declare module 'virtual:kommuner' {
  /** Short name by code. */
  const kommuner: Record<string, string>;
  export default kommuner;
}

declare module 'virtual:postal' {
  /** Runs of postal codes; `vite.config.ts` says how they are written. */
  const runs: string;
  export default runs;
}
