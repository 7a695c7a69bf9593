import { type FieldCode, type Refusal, invalid } from '#refusals';
import type { WrittenDossier } from '../imports/written-dossier.js';
import { readCsv } from './csv-grid.js';
import type { Grid } from './grid.js';
import { keyOfName } from './keys.js';
import type { EventOfSheet } from './participant-rows.js';
import { type TableName, TABLES, readTable } from './tables.js';
import { readXlsx } from './xlsx-grid.js';

/** What is said of a file beside what stands in it. */
export interface SaidOfFile {
  /** Its name, where it has one. */
  readonly file: string | null;
  /** What its sender says that it is encoded in. */
  readonly charset?: string | null;
  /** What a sheet holds. */
  readonly of?: TableName;
  /** The event whose participants a sheet holds. */
  readonly event?: EventOfSheet | null;
  /** What its columns hold, where their heads do not tell. */
  readonly mapping?: string;
  /** The language of its names and texts, where nothing else tells it. */
  readonly language?: string;
  /** What it is remembered by. */
  readonly key?: string;
}

/** Makes a dossier of a sheet in CSV. */
export function readCsvSheet(bytes: Buffer, said: SaidOfFile): WrittenDossier[] {
  return [readSheet(readCsv(bytes, said.charset), said)];
}

/** Makes a dossier of the first sheet of a workbook. */
export async function readXlsxSheet(bytes: Buffer, said: SaidOfFile): Promise<WrittenDossier[]> {
  return [readSheet(await readXlsx(bytes), said)];
}

function readSheet(grid: Grid, { of, event, key, ...said }: SaidOfFile): WrittenDossier {
  if (!of) throw wrong('of', `Say what the sheet holds: ${TABLES.join(', ')}.`);
  if (of === 'participants' && !event) throw wrong('event', WHICH_EVENT);
  const own = of === 'participants' ? `${of}-${event!.id}` : of;
  const { file, mapping, language = null } = said;
  return readTable(grid, {
    of,
    file,
    mapping,
    language,
    event: event ?? null,
    key: key ? keyOfName(key) : own,
  });
}

function wrong(parameter: FieldCode, detail: string): Refusal {
  return invalid([{ pointer: `?${parameter}`, detail, code: parameter }]);
}

const WHICH_EVENT = 'Say in which visit or forum they take part: event and its id.';
