import { CsvError, type Options, parse } from 'csv-parse/sync';
import { decodeText, hasMoreOf, unreadable } from './decoded-text.js';
import { type Grid, RowCollector } from './grid.js';

const SEPARATORS = [';', ',', '\t'];

/** The longest row, in characters. */
const LONGEST_ROW = 1_000_000;

/** A first line by which some programs say what separates. */
const SAID = /^sep=(.)\r?\n/i;

/**
 * Reads a table from CSV: commas, semicolons or tabs separate, as its first row shows.
 * @throws Refusal `dossier.unreadable`
 */
export function readCsv(bytes: Buffer): Grid {
  if (hasMoreOf(';,\t\n', MOST_CELLS, bytes))
    throw unreadable(`A sheet has at most ${MOST_CELLS} cells; divide it.`);
  const text = decodeText(bytes, 'Save it as UTF-8 (in a spreadsheet program “CSV UTF-8”), or as XLSX.');
  const said = SAID.exec(text);
  const table = said ? text.slice(said[0].length) : text;
  const collected = new RowCollector();
  if (said) collected.add([]);
  readRecords(table, said?.[1] ?? guessSeparator(table), (record) => collected.add(record));
  return { rows: collected.rows, faults: [] };
}

/** The most cells, those that are empty too, counted by what separates them wherever it stands. */
const MOST_CELLS = 1_000_000;

function readRecords(text: string, delimiter: string, take: (record: string[]) => void): void {
  const on_record = (record: string[]): null => {
    take(record);
    return null;
  };
  try {
    parse(text, { ...OPTIONS, delimiter, on_record });
  } catch (error) {
    throw error instanceof CsvError ? unreadable(described(error)) : error;
  }
}

// Quotation marks within a cell that none surround are part of it, as in a name.
const OPTIONS: Options = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_ROW,
};

/** What gives the first line that holds something the most cells. */
function guessSeparator(text: string): string {
  const first = /^.*[^\s,;"].*$/m.exec(text)?.[0] ?? '';
  const counted = SEPARATORS.map((delimiter) => ({ delimiter, count: countCells(first, delimiter) }));
  return counted.sort((a, b) => b.count - a.count)[0]!.delimiter;
}

function countCells(line: string, delimiter: string): number {
  const unquoted = line.replace(/"(?:[^"]|"")*"/g, '');
  return unquoted.split(delimiter).length;
}

function described({ code, lines }: CsvError): string {
  const line = typeof lines === 'number' ? ` in line ${lines}` : '';
  if (code === 'CSV_MAX_RECORD_SIZE') return `A row${line} does not end; look for a quotation mark too many.`;
  return `The table cannot be read${line}: a quotation mark is missing, or one is too many.`;
}
