import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const places = '../../lib/Identifiers/Data';

function rowsOf(file: string): string[][] {
  return readFileSync(new URL(`${places}/${file}`, import.meta.url), 'utf8')
    .trim().split('\n').slice(1).map((line) => line.trim().split(','));
}

/** Code and short name of every kommun. */
function kommuner(): Record<string, string> {
  return Object.fromEntries(rowsOf('municipalities.csv').map(([code, , name]) => [code, name]));
}

/**
 * Postal codes in rising order with the code of their kommun, and '' where a postal code lies in several: each run of
 * codes with the same kommun once, as its distance from the run before (base 36).
 */
function postalRuns(): string {
  const of = new Map<string, Set<string>>();
  for (const [postal, , kommun] of rowsOf('postal_to_municipality.csv')) {
    of.set(postal!, (of.get(postal!) ?? new Set()).add(kommun!));
  }
  const runs: [number, string][] = [];
  for (const [postal, codes] of [...of].sort(([a], [b]) => a.localeCompare(b))) {
    const kommun = codes.size === 1 ? [...codes][0]! : '';
    if (runs.at(-1)?.[1] !== kommun) runs.push([Number(postal), kommun]);
  }
  return runs.map(([from, kommun], i) => `${(from - (runs[i - 1]?.[0] ?? 0)).toString(36)}:${kommun}`).join();
}

/** The places of lib/Identifiers as modules, so that there is one list of them in the repository. */
function placesPlugin(): Plugin {
  const modules: Record<string, () => unknown> = { 'virtual:kommuner': kommuner, 'virtual:postal': postalRuns };
  return {
    name: 'places',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)] && `export default ${JSON.stringify(modules[id.slice(1)]!())}`,
  };
}

/** Beside each text file what a server may send in its place. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      const root = new URL('dist', import.meta.url).pathname;
      for (const name of await readdir(root, { recursive: true })) {
        if (!/\.(html|js|css|svg)$/.test(name)) continue;
        const file = join(root, name);
        const text = await readFile(file);
        await writeFile(`${file}.br`, brotliCompressSync(text));
        await writeFile(`${file}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [placesPlugin(), compressed()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Nothing inline: the pages' policy knows no exceptions.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: { include: ['test/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
