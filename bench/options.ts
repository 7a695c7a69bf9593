import { parseArgs } from 'node:util';

/** How the benchmark is to run. */
export interface Options {
  readonly visits: number;
  /** Rounds of each operation, and how long each of them lasts. */
  readonly rounds: number;
  readonly seconds: number;
  readonly folder: string | undefined;
  /** Operations whose name holds this only. */
  readonly only: string;
  readonly smoke: boolean;
  /** Files of results to compare instead of measuring. */
  readonly compare: readonly string[];
}

/** Reads the options of `npm run bench`. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      visits: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      folder: { type: 'string' },
      only: { type: 'string', default: '' },
      smoke: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
    },
  });
  const { smoke } = values;
  return {
    smoke,
    visits: Number(values.visits ?? (smoke ? 1000 : 100_000)),
    rounds: Number(values.rounds ?? (smoke ? 1 : 5)),
    seconds: Number(values.seconds ?? (smoke ? 1 : 2)),
    folder: values.folder,
    only: values.only,
    compare: values.compare ? positionals : [],
  };
}
