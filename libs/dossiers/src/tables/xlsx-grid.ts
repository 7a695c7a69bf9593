import { MOST_UNPACKED, NotUnpacked, type Part, type Unpackable, unescapeXml, unpack } from '#documents';
import { type CellValue, readSheet } from 'read-excel-file/universal';
import { unreadable } from './decoded-text.js';
import { type Cell, type Grid, RowCollector } from './grid.js';
import { boundSheet } from './sheet-bounds.js';

/**
 * Reads the first sheet of an XLSX workbook. Of a formula the value that was computed is read.
 * @throws Refusal `dossier.unreadable`
 */
export async function readXlsx(bytes: Buffer): Promise<Grid> {
  if (bytes.subarray(0, 4).equals(OLD_WORKBOOK)) throw unreadable(OLD);
  const { faults, others } = await inspect(bytes);
  const collected = new RowCollector();
  for (const row of await readRows(bytes)) collected.add(row.map(asCell));
  return { rows: collected.rows, faults, others };
}

const OLD_WORKBOOK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const OLD =
  'This is a workbook of the old kind (XLS), or protected by a password; save it as XLSX without one.';

/** Looks at every part before the reader makes anything of it. */
async function inspect(bytes: Buffer): Promise<Omit<Grid, 'rows'>> {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== PACKED) throw unreadable(NO_WORKBOOK);
  const parts = new Map<string, string>();
  for (const part of await partsOf(bytes))
    if (/\.(?:xml|rels)$/i.test(part.name)) parts.set(part.name, part.bytes.toString('utf8'));
  const texts = [...parts.values()];
  if (texts.some((text) => /<!(?:DOCTYPE|ENTITY)/i.test(text))) throw unreadable(DECLARES);
  const sheets = [...parts].filter(([, text]) => text.includes('sheetData'));
  const bounded = new Map(sheets.map(([name, text]) => [name, boundSheet(text)]));
  const [first, ...others] = sheetsOf(parts);
  return {
    faults: (first && bounded.get(first.part)?.faults) ?? [],
    others: others.filter(({ part }) => bounded.get(part)?.isFilled).map(({ name }) => name),
  };
}

async function partsOf(bytes: Buffer): Promise<Part[]> {
  try {
    return await unpack(bytes);
  } catch (error) {
    throw error instanceof NotUnpacked ? unreadable(UNPACKABLE[error.why]) : error;
  }
}

/** The sheets of a workbook, in the order in which it lists them, and the parts that hold them. */
function sheetsOf(parts: ReadonlyMap<string, string>): { readonly name: string; readonly part: string }[] {
  const listed = parts.get('xl/workbook.xml')?.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  const targets = new Map(relations.map((one) => [attributeOf(one, 'Id'), attributeOf(one, 'Target')]));
  return listed.map((sheet) => {
    const target = targets.get(attributeOf(sheet, '\\w+:id')) ?? '';
    return {
      name: unescapeXml(attributeOf(sheet, 'name')),
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    };
  });
}

function attributeOf(tag: string, name: string): string {
  return (
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined) ?? ''
  );
}

const NO_WORKBOOK =
  'This is no XLSX workbook, or it is damaged; open it in a spreadsheet program and save it anew.';
const UNPACKABLE: Readonly<Record<Unpackable, string>> = {
  none: NO_WORKBOOK,
  locked: 'The workbook is protected by a password; save it without one.',
  'too-large': `The workbook comes to more than ${MOST_UNPACKED / 1024 / 1024} MB when it is unpacked; divide it, or save the sheet as CSV.`,
};
const PACKED = 0x04034b50;
const DECLARES = 'The workbook holds declarations (DTD), which no spreadsheet program writes.';

async function readRows(bytes: Buffer): Promise<(CellValue | null)[][]> {
  const copy = new Uint8Array(bytes).buffer;
  try {
    return await readSheet(copy, { trim: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    throw unreadable('The workbook cannot be read; save it anew, or as CSV.', said && `(${said})`);
  }
}

function asCell(value: CellValue | null): Cell | null {
  return value as Cell | null;
}
