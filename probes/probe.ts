import type { Extent } from './options.js';
import type { Stage } from './stage/stage.js';

/** What a probe found of one thing that it measured. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  readonly reach: string;
  /** Null where it could not be tried here. */
  readonly held: boolean | null;
}

/** Something that is done to a server of the probe's own, to see whether it stands. */
export interface Probe {
  readonly name: string;
  run(stage: Stage, extent: Extent): Promise<Finding[]>;
}

/** Holds where a number is at most a limit. */
export function atMost(what: string, value: number, limit: number, unit = ''): Finding {
  const write = (number: number): string => `${writeNumber(number)} ${unit}`.trim();
  return { what, measured: write(value), reach: `≤ ${write(limit)}`, held: value <= limit };
}

/** Holds where something never happened; some of what did are shown. */
export function none(what: string, number: number, examples: readonly string[] = []): Finding {
  const shown = examples.slice(0, 3).join('; ');
  return { what, measured: shown ? `${number}: ${shown}` : `${number}`, reach: '0', held: number === 0 };
}

/** Holds where something happened at all: else nothing was tried. */
export function some(what: string, number: number): Finding {
  return { what, measured: `${number}`, reach: '≥ 1', held: number > 0 };
}

/** Holds where a thing is so. */
export function so(what: string, held: boolean, measured: string, reach: string): Finding {
  return { what, measured, reach, held };
}

/** What cannot be tried on this machine, and why. */
export function skipped(what: string, why: string): Finding {
  return { what, measured: why, reach: '', held: null };
}

function writeNumber(number: number): string {
  if (!Number.isFinite(number)) return 'never';
  return Number.isInteger(number) || number >= 100 ? number.toFixed(0) : number.toFixed(1);
}
