import { type PackedPart, pack } from '#documents/testing';
import { lettersOf } from './grid.js';

/** A cell of a test: a value, or XML as it is. */
export type TestCell = string | number | boolean | Date | null | { readonly xml: string };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet behind the first one. */
export interface TestSheet {
  /** As it is written in XML. */
  readonly name: string;
  readonly sheet: string;
}

/** The parts of a workbook around its sheet, and those behind it. */
export function partsOf(sheet: string, others: readonly TestSheet[] = []): PackedPart[] {
  const behind = others.map(({ name, sheet: content }, at) => ({
    name,
    content,
    id: at + 3,
    file: `other${at + 3}.xml`,
  }));
  const listed = behind.map(({ name, id }) => `<sheet sheetId="${id}" name="${name}" r:id="rId${id}"/>`);
  const related = behind.map(
    ({ id, file }) =>
      `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/${file}"/>`,
  );
  return [
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Foglio1" sheetId="1" r:id="rId1"/>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/>${related.join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${HEAD}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    ...behind.map(({ file, content }) => ({ name: `xl/worksheets/${file}`, content })),
  ];
}

/** The XML of a sheet. */
export function sheetOf(rows: readonly (readonly TestCell[])[]): string {
  const written = rows.map((cells, at) => {
    const row = cells.map((cell, column) => cellOf(`${lettersOf(column)}${at + 1}`, cell)).join('');
    return `<row r="${at + 1}">${row}</row>`;
  });
  return `${HEAD}<worksheet ${MAIN}><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellOf(address: string, cell: TestCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return `<c r="${address}" s="1"><v>${serialOf(cell)}</v></c>`;
  if (typeof cell === 'object') return `<c r="${address}" ${cell.xml}</c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Spreadsheets count days from the end of 1899. */
function serialOf(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** A workbook with one sheet, and others behind it. */
export function aWorkbook(
  rows: readonly (readonly TestCell[])[],
  others: Readonly<Record<string, readonly (readonly TestCell[])[]>> = {},
): Buffer {
  const behind = Object.entries(others).map(([name, cells]) => ({ name, sheet: sheetOf(cells) }));
  return pack(partsOf(sheetOf(rows), behind));
}
