import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-grid.js';
import { MOST_COLUMNS, MOST_ROWS } from './grid.js';

const cellsOf = (bytes: Uint8Array | string): unknown =>
  readCsv(Buffer.from(bytes)).rows.map(({ cells }) => cells);
const refusalOf = (bytes: Uint8Array | string): string => {
  try {
    readCsv(Buffer.from(bytes));
    return 'was read';
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
};

const TABLE = [
  ['Città', '名称'],
  ['Torino', '都灵'],
];

describe('a table in CSV', () => {
  it.each([',', ';', '\t'])('is separated by %j', (separator) => {
    expect(cellsOf(TABLE.map((row) => row.join(separator)).join('\r\n'))).toEqual(TABLE);
  });

  it.each([
    ['a title', 'Elenco partecipanti'],
    ['a title with commas', 'Elenco, dei, partecipanti, 2018'],
    ['a title of two lines', '"Elenco\ndei partecipanti"'],
    ['a title of many semicolons', 'Elenco; dei; partecipanti; del; 2018'],
  ])('is separated as most of its rows are, below %s', (_, title) => {
    for (const separator of [',', ';', '\t']) {
      const rows = [...TABLE, ['"Ivrea"', '"伊夫\n雷亚"']].map((row) => row.join(separator)).join('\n');
      expect([separator, (cellsOf(`${title}\n${rows}\n`) as unknown[]).slice(1)]).toEqual([
        separator,
        [...TABLE, ['Ivrea', '伊夫\n雷亚']],
      ]);
    }
  });

  it('says by its first line what separates, as spreadsheet programs write it', () => {
    expect(readCsv(Buffer.from('sep=|\r\na|b\r\n1|2\r\n')).rows).toEqual([
      { number: 2, cells: ['a', 'b'] },
      { number: 3, cells: ['1', '2'] },
    ]);
  });

  it('is UTF-8, with a mark or without, or UTF-16 with its mark', () => {
    const text = TABLE.map((row) => row.join(',')).join('\n');
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const ways = [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()];
    expect(ways.map(cellsOf)).toEqual(ways.map(() => TABLE));
  });

  it('is told where it is in an encoding that cannot be read', () => {
    expect(refusalOf(Buffer.from('Citt\xe0;Nome', 'latin1'))).toBe(
      'dossier.unreadable: The file is not encoded in UTF-8. Save it as UTF-8 (in a spreadsheet program “CSV UTF-8”), or as XLSX. It seems to be in Windows-1252.',
    );
    const gb18030 = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb]);
    expect(refusalOf(gb18030)).toContain('It seems to be in GB18030.');
    expect(refusalOf('a\0b')).toBe('dossier.unreadable: This is no text file.');
  });

  it('keeps the numbers of its rows, also below empty ones and cells of several lines', () => {
    expect(readCsv(Buffer.from('\n;;\na;b\n"one\ntwo";"say ""so"""\n;;\n 1 ;Rossi "Gino"\n')).rows).toEqual([
      { number: 3, cells: ['a', 'b'] },
      { number: 4, cells: ['one\ntwo', 'say "so"'] },
      { number: 6, cells: ['1', 'Rossi "Gino"'] },
    ]);
  });

  it('keeps what looks like a formula as text', () => {
    const texts = ['=1+1', '+39 081', '-3', '@SUM(A1)', "=cmd|'/C calc'!A0"];
    expect(cellsOf(`a,b,c,d,e\n${texts.join(',')}\n`)).toEqual([['a', 'b', 'c', 'd', 'e'], texts]);
  });

  it('is refused where a quotation mark is missing', () => {
    expect(refusalOf('a,b\n"1,2\n3,4\n')).toMatch(
      /^dossier.unreadable: The table cannot be read.*a quotation mark/,
    );
  });

  it('has a bounded number of rows and columns', () => {
    const rows = (count: number): string => `a,b\n${'1,2\n'.repeat(count)}`;
    expect(readCsv(Buffer.from(rows(MOST_ROWS))).rows.length).toBe(MOST_ROWS + 1);
    expect(refusalOf(rows(MOST_ROWS + 1))).toContain('at most 10000 rows');
    expect(refusalOf(rows(400_000))).toContain('at most 10000 rows');
    expect(refusalOf(rows(1_000_000))).toContain('at most 1000000 cells');
    expect(refusalOf('x,'.repeat(100_000))).toContain(`at most ${MOST_COLUMNS} columns`);
    expect(cellsOf(`a,b${','.repeat(1000)}\n`)).toHaveLength(1);
    expect(refusalOf(`a,"${'x'.repeat(2_000_000)}"\n`)).toContain('does not end');
  });
});
