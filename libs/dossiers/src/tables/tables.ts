import type { FieldCode } from '#refusals';
import { UNTAKEN_DETAILS } from '../imports/untaken.rules.js';
import type { ReadColumn, Untaken, WrittenDossier } from '../imports/written-dossier.js';
import { AgreementRows } from './agreement-rows.js';
import { type Column, type Columns, type UntakenColumn, readColumns } from './columns.js';
import { monthFirst } from './dates.js';
import { unreadable } from './decoded-text.js';
import { DirectoryWriter } from './directory-writer.js';
import { type Grid, type Row, lettersOf } from './grid.js';
import { findHeads } from './head-row.js';
import type { HeadFields } from './heads.rules.js';
import { readMapping } from './mapping.js';
import { OrganizationRows } from './organization-rows.js';
import { type EventOfSheet, ParticipantRows } from './participant-rows.js';
import { PEOPLE_HEADS } from './people-heads.rules.js';
import { PersonRows } from './person-rows.js';
import { RowReader } from './row-reader.js';
import { AGREEMENT_HEADS } from './agreement-heads.rules.js';
import { ORGANIZATION_HEADS } from './organization-heads.rules.js';
import { PARTICIPANT_HEADS } from './participant-heads.rules.js';
import { SheetDossier } from './sheet-dossier.js';

/** What a sheet can hold. */
export const TABLES = ['people', 'organizations', 'participants', 'agreements'] as const;
export type TableName = (typeof TABLES)[number];

const HEADS: Readonly<Record<TableName, HeadFields>> = {
  people: PEOPLE_HEADS,
  organizations: ORGANIZATION_HEADS,
  participants: PARTICIPANT_HEADS,
  agreements: AGREEMENT_HEADS,
};

/** The columns of which a sheet needs one: without it, nothing in it has a name. */
const NAMING: Readonly<Record<TableName, readonly string[]>> = {
  people: ['name', 'familyName'],
  organizations: ['name'],
  participants: ['name', 'familyName', 'organization'],
  agreements: ['name'],
};

/** What is said of a sheet beside what stands in it. */
export interface TableFacts {
  readonly of: TableName;
  /** Its name, for messages. */
  readonly file: string | null;
  /** What the dossier that it makes is remembered by. */
  readonly key: string;
  /** The event whose participants it holds. */
  readonly event: EventOfSheet | null;
  readonly mapping?: string;
  /** The language of its names and texts, where their script does not tell it. */
  readonly language: string | null;
}

/**
 * Makes a dossier of a sheet.
 * @returns what could be read of it, and every fault by row and column
 * @throws Refusal `dossier.unreadable` where there is no table
 */
export function readTable(grid: Grid, facts: TableFacts): WrittenDossier {
  const fields = HEADS[facts.of];
  const mapping = readMapping(facts.mapping, fields);
  const found = findHeads(grid.rows, fields, mapping);
  if (!found) throw unreadable(nothingIn(grid));
  const { heads, rows } = found;
  const columns = readColumns(heads, rows, fields, mapping);
  return new TableReader(grid, facts, columns, heads).read(rows);
}

class TableReader {
  private readonly dossier: SheetDossier;
  private readonly directory: DirectoryWriter;

  constructor(
    private readonly grid: Grid,
    private readonly facts: TableFacts,
    private readonly columns: Columns,
    heads: Row,
  ) {
    const shown = heads.cells.map((cell, index) => [index, String(cell ?? '')] as const);
    this.dossier = new SheetDossier(facts.key, facts.file, new Map(shown));
    this.directory = new DirectoryWriter(this.dossier, facts.language);
  }

  read(rows: readonly Row[]): WrittenDossier {
    for (const fault of [...this.columns.faults, ...this.grid.faults]) this.dossier.fault(fault);
    if (rows.length === 0) this.fault(NO_ROWS, 'empty');
    const isNamed = this.columns.columns.some(({ field }) => NAMING[this.facts.of].includes(field));
    if (isNamed) this.write(this.readersOf(rows));
    else this.fault(NO_NAMES, 'no-names');
    return {
      ...this.dossier.finish(),
      columns: this.columns.columns.map(describeColumn),
      untaken: [...this.columns.untaken.map(describeUntaken), ...this.grid.others.map(describeSheet)],
    };
  }

  private write(rows: readonly RowReader[]): void {
    const write = this.writer(rows);
    for (const row of rows) write(row);
  }

  private fault(detail: string, code: FieldCode): void {
    this.dossier.fault({ row: this.columns.row, column: null, detail, code });
  }

  private readersOf(rows: readonly Row[]): RowReader[] {
    const { columns, written } = this.columns;
    const odd = new Set(columns.filter((column) => rows.some((row) => isMonthFirst(row, column))));
    const facts = { columns, written, language: this.facts.language, odd };
    return rows.map((row) => new RowReader(row, facts, this.dossier));
  }

  private writer(readers: readonly RowReader[]): (row: RowReader) => void {
    const { dossier, directory, facts } = this;
    const people = new PersonRows(dossier, directory, {
      language: facts.language,
      written: this.columns.written,
    });
    if (facts.of === 'people') return (row) => people.writeWithPosition(row);
    if (facts.of === 'agreements') return writeBy(new AgreementRows(dossier, directory));
    if (facts.of === 'participants')
      return writeBy(new ParticipantRows(dossier, directory, people, facts.event!));
    const organizations = new OrganizationRows(dossier, directory);
    for (const row of readers) organizations.know(row);
    return writeBy(organizations);
  }
}

function writeBy(rows: { write(row: RowReader): void }): (row: RowReader) => void {
  return (row) => rows.write(row);
}

function describeColumn({ index, head, field, lang }: Column): ReadColumn {
  return { column: lettersOf(index), head, field, language: lang };
}

function describeUntaken({ index, head, why }: UntakenColumn): Untaken {
  return { column: lettersOf(index), name: head, why, detail: UNTAKEN_DETAILS[why] };
}

function describeSheet(name: string): Untaken {
  return { column: null, name, why: 'other-sheet', detail: UNTAKEN_DETAILS['other-sheet'] };
}

function nothingIn({ others }: Grid): string {
  if (others.length === 0) return 'There is nothing in the table.';
  const named = others.map((name) => `“${name}”`).join(', ');
  return `There is nothing in the first sheet, which is the one that is read; put the sheet that is meant first (${named}).`;
}

function isMonthFirst({ cells }: Row, { index, order }: Column): boolean {
  return order === 'day-first' && monthFirst(cells[index] ?? null) === 'only';
}

const NO_NAMES = 'No column is known to hold names. Say which it is, as in mapping=Delegati:name.';
const NO_ROWS = 'There is nothing below the heads.';
