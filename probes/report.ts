import { writeRows } from '../bench/report.js';
import type { Finding } from './probe.js';

/** A finding, and whose it is. */
export interface Row extends Finding {
  readonly probe: string;
}

const HEADING = ['probe', 'what', 'measured', 'to reach', ''];

/** The findings as a Markdown table. */
export function writeReport(rows: readonly Row[]): string {
  return writeRows([HEADING, ...rows.map(toCells)]);
}

function toCells({ probe, what, measured, reach, held }: Row): string[] {
  const verdict = held === null ? 'skipped' : held ? 'pass' : 'FAIL';
  const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  return [probe, cell(what), cell(measured), reach, verdict];
}
