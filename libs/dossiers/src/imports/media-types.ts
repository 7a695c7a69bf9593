import { decodeText } from '../tables/decoded-text.js';
import type { SaidOfFile } from '../tables/sheets.js';
import { assertReadable } from './dossier-bounds.js';
import type { Dossiers } from './written-dossier.js';

/** Makes dossiers of what came in. */
export type DossierReader = (bytes: Buffer, said: SaidOfFile) => Dossiers | Promise<Dossiers>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// What reads files is loaded once there is one: an office may never have any.
const readText: DossierReader = async (bytes, { file, charset }) => {
  assertReadable(bytes);
  return (await import('./dossier-text.js')).readDossiers(decodeText(bytes, charset), file);
};
const readCsv: DossierReader = async (...file) => (await import('../tables/sheets.js')).readCsvSheet(...file);

/** What dossiers come in, by media type. */
export const DOSSIER_READERS: Readonly<Record<string, DossierReader>> = {
  'application/yaml': readText,
  'application/json': readText,
  'application/jsonl': async (bytes, { file, charset }) =>
    (await import('./dossier-lines.js')).readDossierLines(decodeText(bytes, charset), file),
  'text/csv': readCsv,
  'text/tab-separated-values': readCsv,
  [XLSX]: async (...file) => (await import('../tables/sheets.js')).readXlsxSheet(...file),
  'text/vcard': async (...file) => (await import('../contacts/contacts.js')).readContacts(...file),
  'text/calendar': async (...file) => (await import('../calendars/forum-calendar.js')).readForum(...file),
};

/** The media types of files, by how their names end. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.xlsx': XLSX,
  '.vcf': 'text/vcard',
  '.ics': 'text/calendar',
};

/** How many bytes may come in at once. */
export const DOSSIER_LIMIT = 10 * 1024 * 1024;

/** How many times as long as another request an import may take: it records what would be thousands of them. */
export const DOSSIER_TIMES = 10;
