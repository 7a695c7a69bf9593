import { CsvError, type Options, parse } from 'csv-parse/sync';
import { decodeText, hasMoreOf, unreadable } from './decoded-text.js';
import { type Grid, RowCollector } from './grid.js';

const SEPARATORS = [';', ',', '\t'];

/** The longest row, in characters. */
const LONGEST_ROW = 1_000_000;

/** A first line by which some programs say what separates. */
const SAID = /^sep=(.)\r?\n/i;

/**
 * Reads a table from CSV: commas, semicolons or tabs separate, as its first rows show.
 * @param charset what its sender says that it is encoded in
 * @throws Refusal `dossier.unreadable`
 */
export function readCsv(bytes: Buffer, charset: string | null = null): Grid {
  if (hasMoreOf(';,\t\n', MOST_CELLS, bytes))
    throw unreadable(`A sheet has at most ${MOST_CELLS} cells; divide it.`);
  const text = decodeText(bytes, charset, HOW_TO_SAVE);
  const said = SAID.exec(text);
  const table = said ? text.slice(said[0].length) : text;
  const collected = new RowCollector();
  if (said) collected.add([]);
  readRecords(table, said?.[1] ?? guessSeparator(table), (record) => collected.add(record));
  return { rows: collected.rows, faults: [], others: [] };
}

const HOW_TO_SAVE = 'Save it as UTF-8 (in a spreadsheet program “CSV UTF-8”), or as XLSX.';

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

/** What makes rows of one width of the most of the first records; of several the one with the widest rows. */
function guessSeparator(text: string): string {
  const judged = SEPARATORS.map((delimiter) => ({ delimiter, ...usualWidth(text, delimiter) }));
  return judged.sort((a, b) => b.count - a.count || b.width - a.width)[0]!.delimiter;
}

/** How wide most of the first records are that hold several cells, and how many are so. */
function usualWidth(text: string, delimiter: string): { readonly width: number; readonly count: number } {
  const records: string[][] = [];
  try {
    readRecords(text.slice(0, LOOKED_AT), delimiter, (record) => records.push(record));
  } catch {
    // What is cut off within quotation marks does not end; what is before it tells enough.
  }
  const held = records.filter((record) => record.some((cell) => cell.trim() !== '')).slice(0, FIRST_RECORDS);
  const widths = Map.groupBy(
    held.map(({ length }) => length).filter((length) => length > 1),
    (length) => length,
  );
  const [most] = [...widths].sort(([, a], [, b]) => b.length - a.length);
  return { width: most?.[0] ?? 0, count: most?.[1].length ?? 0 };
}

/** How much of a sheet shows what separates its cells: titles, heads and some rows. */
const LOOKED_AT = 20_000;
const FIRST_RECORDS = 20;

function described({ code, lines }: CsvError): string {
  const line = typeof lines === 'number' ? ` in line ${lines}` : '';
  if (code === 'CSV_MAX_RECORD_SIZE') return `A row${line} does not end; look for a quotation mark too many.`;
  return `The table cannot be read${line}: a quotation mark is missing, or one is too many.`;
}
