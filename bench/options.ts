import { parseArgs } from 'node:util';

/** How the benchmark is to run. */
export interface Options {
  readonly visits: number;
  /** Rounds of each operation, and how long each of them lasts. */
  readonly rounds: number;
  readonly seconds: number;
  /** How long each side is warmed up before. */
  readonly warmUp: number;
  /** Whether the plans of what is read are printed. */
  readonly plans: boolean;
  /** How often the product is started to see its memory. */
  readonly starts: number;
  readonly folder: string | undefined;
  /** Only operations whose name holds this. */
  readonly only: string;
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
    visits: Number(values.visits ?? (smoke ? 1000 : 100_000)),
    rounds: Number(values.rounds ?? (smoke ? 1 : 5)),
    seconds: Number(values.seconds ?? 1),
    plans: !smoke,
    starts: smoke ? 1 : 5,
    warmUp: smoke ? 0 : 1,
    folder: values.folder,
    only: values.only,
    compare: values.compare ? positionals : [],
  };
}
