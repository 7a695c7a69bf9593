import { readFile } from 'node:fs/promises';
import type { Imported } from './import.js';
import type { Start } from './memory.js';
import { type Figure, writeRows } from './report.js';

/** What a run leaves behind. */
export interface Results {
  readonly visits: number;
  readonly figures: readonly Figure[];
  readonly starts: Start;
  readonly imported?: Imported;
}

const GOAL = 0.7;

/** How each figure of the product fares with more data: its rate in later files by that in the first. */
export async function compareResults(files: readonly string[]): Promise<string> {
  const runs = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Results),
  );
  const [first, ...others] = runs;
  const heading = [
    'operation',
    `${first!.visits} visits, /s`,
    ...others.flatMap(({ visits }) => [`${visits} visits, /s`, `goal ≥ ${GOAL}`]),
  ];
  const rows = first!.figures.map(({ name, product }) => {
    const cells = others.flatMap(({ figures }) => {
      const rate = figures.find((figure) => figure.name === name)?.product.rate ?? Number.NaN;
      const ratio = rate / product.rate;
      return [rate.toFixed(0), `${ratio.toFixed(2)}${ratio < GOAL ? ' ✗' : ''}`];
    });
    return [name, product.rate.toFixed(0), ...cells];
  });
  return writeRows([heading, ...rows]);
}
