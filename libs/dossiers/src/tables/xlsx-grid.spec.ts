import { describe, expect, it } from '@jest/globals';
import { MOST_UNPACKED } from '#documents';
import { pack } from '#documents/testing';
import { aWorkbook, partsOf, sheetOf } from './workbook.fixture.js';
import { readXlsx } from './xlsx-grid.js';

const refusalOf = (bytes: Buffer): Promise<string> =>
  readXlsx(bytes).then(
    () => 'was read',
    (error: Error) => `${(error as unknown as { code: string }).code}: ${error.message}`,
  );
const ofSheet = (rows: string): Buffer =>
  pack(partsOf(sheetOf([['a']]).replace('</sheetData>', `${rows}</sheetData>`)));

describe('a table in XLSX', () => {
  it('is read with its texts, numbers, truth values and dates', async () => {
    const date = new Date('2018-07-12T00:00:00Z');
    const { rows, faults } = await readXlsx(
      aWorkbook([['Città', '名称', null], [' Torino ', 20_000.5, date], [], [true]]),
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { number: 1, cells: ['Città', '名称', null] },
      { number: 2, cells: ['Torino', 20_000.5, date] },
      { number: 4, cells: [true, null, null] },
    ]);
  });

  it('gives of a formula the value that was computed, and tells of those without one', async () => {
    const { rows, faults } = await readXlsx(
      aWorkbook([
        ['a', 'b', 'c', 'd'],
        [
          { xml: '><f>6*7</f><v>42</v>' },
          { xml: 't="str"><f>CONCATENATE("a","b")</f><v>ab</v>' },
          { xml: 't="str"><f>HYPERLINK("x")</f>' },
          { xml: 't="e"><f>1/0</f><v>#DIV/0!</v>' },
        ],
        ['=1+1', '@x'],
      ]),
    );
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      [42, 'ab', null, null],
      ['=1+1', '@x', null, null],
    ]);
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 2, 'formula-not-computed'],
      [2, 3, 'formula-error'],
    ]);
  });
});

it('of the sheets behind the first, those that hold something are told by their names', async () => {
  const behind = { 'Guests &amp; hosts': [['Name']], Empty: [], Blank: [[null]], 嘉宾: [[], ['姓名']] };
  expect((await readXlsx(aWorkbook([['a']], behind))).others).toEqual(['Guests & hosts', '嘉宾']);
  expect((await readXlsx(aWorkbook([['a']]))).others).toEqual([]);
});

const bomb = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(MOST_UNPACKED + 1, 0x20) };
const around = partsOf('').slice(0, -1);

const HOSTILE: readonly (readonly [string, () => Buffer, RegExp])[] = [
  ['a bomb', () => pack([...around, bomb]), /comes to more than 48 MB/],
  ['a bomb that says it is small', () => pack([...around, { ...bomb, says: 1000 }]), /no XLSX workbook/],
  [
    'many parts that are large together',
    () =>
      pack(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.xml`, content: Buffer.alloc(6_000_000) }))),
    /comes to more than/,
  ],
  [
    'a part that says it is larger',
    () => pack([...around, { name: 'a.xml', content: 'a', says: 9 }]),
    /no XLSX workbook/,
  ],
  [
    'a declaration of an entity',
    () =>
      pack(
        partsOf(
          sheetOf([['a']]).replace(
            '<worksheet',
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet',
          ),
        ),
      ),
    /declarations/,
  ],
  [
    'a declaration in another part',
    () => pack([...partsOf(sheetOf([['a']])), { name: 'xl/other.xml', content: '<!doctype x>' }]),
    /declarations/,
  ],
  [
    'a comment that hides a row',
    () => ofSheet('<!-- <row a=" --> <row r="1000000"> <!-- "> -->'),
    /no spreadsheet program writes/,
  ],
  [
    'a sign in an attribute that hides a row',
    () => ofSheet('<x a=">"/><row r="5"/>'),
    /no spreadsheet program writes/,
  ],
  [
    'a row far below',
    () => ofSheet('<row r="9000000"><c r="A9000000"><v>1</v></c></row>'),
    /at most 10000 rows/,
  ],
  [
    'a row whose number is written in signs',
    () => ofSheet('<row r="&#57;99999999"></row>'),
    /no spreadsheet program writes/,
  ],
  [
    'a row with two numbers',
    () => ofSheet('<row r="2" x:r="999999999"></row>'),
    /no spreadsheet program writes/,
  ],
  [
    'a value in the last row',
    () => ofSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    /at most 10000 rows/,
  ],
  [
    'a value far to the right',
    () => ofSheet('<row r="2"><c r="XFD2"><v>1</v></c></row>'),
    /at most 200 columns/,
  ],
  ['a cell at no place', () => ofSheet('<row r="2"><c><v>1</v></c></row>'), /no spreadsheet program writes/],
  [
    'a million rows',
    () =>
      ofSheet(
        Array.from(
          { length: 100_000 },
          (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`,
        ).join(''),
      ),
    /at most 10000 rows/,
  ],
  [
    '100 000 columns',
    () =>
      ofSheet(
        `<row r="2">${Array.from({ length: 100_000 }, () => '<c r="ABCD2"><v>1</v></c>').join('')}</row>`,
      ),
    /no spreadsheet program writes/,
  ],
  [
    'a page in front',
    () => Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), aWorkbook([['a']])]),
    /no XLSX workbook/,
  ],
  [
    'a page behind',
    () => Buffer.concat([aWorkbook([['a']]), Buffer.from('<script>alert(1)</script>')]),
    /no XLSX workbook/,
  ],
  ['half of it', () => aWorkbook([['a']]).subarray(0, 200), /no XLSX workbook/],
  ['nothing', () => Buffer.alloc(0), /no XLSX workbook/],
  ['a workbook of the old kind', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old kind \(XLS\)/],
  ['no workbook in it', () => pack([{ name: 'a.txt', content: 'a' }]), /cannot be read/],
  [
    'XML that does not end',
    () => pack(partsOf('<worksheet><sheetData><row r="1"><c r="A1"')),
    /no spreadsheet program writes/,
  ],
];

describe('a hostile workbook', () => {
  it.each(HOSTILE)('with %s is refused, and takes no memory to speak of', async (_name, make, pattern) => {
    const file = make();
    const before = process.memoryUsage().rss;
    const refusal = await refusalOf(file);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(refusal).toMatch(/^dossier\.unreadable: /);
    expect(refusal).toMatch(pattern);
  });
});

it('empty rows to the end of a sheet, as some programs write them, are nothing', async () => {
  const { rows } = await readXlsx(ofSheet('<row r="1048576"><c r="A1048576" s="1"/></row>'));
  expect(rows).toEqual([{ number: 1, cells: ['a'] }]);
});
