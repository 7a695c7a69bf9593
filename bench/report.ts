import type { Measured, Round } from './rounds.js';

/** One row of the table of figures. */
export interface Figure extends Measured {
  readonly name: string;
  readonly goal: number | null;
}

const HEADING = [
  'operation',
  'goal',
  'ratio',
  'product/s',
  'baseline/s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'CPU ms, Node',
  'CPU ms, Postgres',
  'ratio by CPU',
  'spread of rounds',
];

/** The table of figures as Markdown; where a ratio falls short of its goal, it says so. */
export function writeTable(figures: readonly Figure[]): string {
  return writeRows([HEADING, ...figures.map(toCells)]);
}

/** Rows of cells as a Markdown table, the first its heading. */
export function writeRows([heading, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heading!), line(heading!.map(() => '---')), ...rows.map(line)].join('\n');
}

function toCells({ name, goal, ratio, product, baseline, spread }: Figure): string[] {
  const sides = [product, baseline].filter((side) => side !== null);
  const digits = ratio === null ? 0 : 2;
  return [
    name,
    goal === null ? '' : `≥ ${goal}`,
    ratio === null ? '' : `${ratio.toFixed(2)}${goal !== null && ratio < goal ? ' ✗' : ''}`,
    product.rate.toFixed(0),
    baseline?.rate.toFixed(0) ?? '',
    sides.map(({ p50 }) => p50.toFixed(1)).join(' / '),
    sides.map(({ p95 }) => p95.toFixed(1)).join(' / '),
    sides.map(({ p99 }) => p99.toFixed(1)).join(' / '),
    sides.map(({ processor }) => processor.toFixed(2)).join(' / '),
    sides.map(({ postgres }) => postgres.toFixed(2)).join(' / '),
    baseline === null ? '' : (costOf(baseline) / costOf(product)).toFixed(2),
    spread.map((value) => value.toFixed(digits)).join(' – '),
  ];
}

function costOf({ processor, postgres }: Round): number {
  return processor + postgres;
}
