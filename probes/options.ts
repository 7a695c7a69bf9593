import { parseArgs } from 'node:util';

/** How the probes are to run. */
export interface Options {
  /** Names of the probes to run; all of them where there are none. */
  readonly only: readonly string[];
  readonly extent: Extent;
}

/** How much of everything is tried. */
export class Extent {
  constructor(
    /** Whether the numbers to reach are tried at their full size. */
    readonly full: boolean,
    readonly seed: number,
    private readonly wanted: { rounds: number | undefined; minutes: number | undefined },
  ) {}

  /** So many rounds, unless a number of rounds is asked for. */
  rounds(short: number, full: number): number {
    return this.wanted.rounds ?? this.either(short, full);
  }

  /** So many minutes, in milliseconds, unless a number of minutes is asked for. */
  minutes(short: number, full: number): number {
    return (this.wanted.minutes ?? this.either(short, full)) * 60_000;
  }

  /** One of two. */
  either<T>(short: T, full: T): T {
    return this.full ? full : short;
  }
}

/** Reads the options of `npm run probes`. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      rounds: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      full: { type: 'boolean', default: false },
    },
  });
  const extent = new Extent(values.full, readAmount('seed', values.seed)!, {
    rounds: readAmount('rounds', values.rounds),
    minutes: readAmount('minutes', values.minutes),
  });
  return { only: values.only.split(',').filter(Boolean), extent };
}

function readAmount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0.`);
  return value;
}
