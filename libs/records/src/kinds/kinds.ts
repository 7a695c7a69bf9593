import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import {
  ANY_KIND,
  ProblemCatalog,
  ReferredTables,
  type Sql,
  Violations,
  factsOfFields,
  joinSql,
  sql,
} from '#platform';
import { statesOf } from '#vocabulary';
import type { RecordKind, Whole } from './record-kind.js';
import { wholeColumn } from './record-rows.js';
import { hasColumn } from './tables.js';

/** Where a part of a record is: its kind, and the property that refers to what it is part of. */
export type Part = readonly [kind: RecordKind, property: string];

/** Every kind of record of the app, and what can only be told of all of them together. */
@Injectable()
export class Kinds extends ReferredTables implements OnModuleInit {
  private readonly known: RecordKind[] = [];
  private readonly tables = new Map([['actor', 'actors']]);

  constructor(
    private readonly problems: ProblemCatalog,
    private readonly violations: Violations,
  ) {
    super();
  }

  /**
   * Takes kinds of record in.
   * @param others further tables that inputs refer to, by the word for one row: `{ leg: 'event_legs' }`
   * @throws where a name, a table, a code or a constraint is declared twice
   */
  add(kinds: readonly RecordKind[], others: Readonly<Record<string, string>> = {}): void {
    for (const kind of kinds) {
      if (this.known.some(({ table, ofKind }) => table === kind.table && ofKind === kind.ofKind))
        throw new Error(`The table ${kind.table} is declared twice.`);
      this.addTable(kind.name, kind.table);
      this.problems.add(kind.problems);
      this.violations.declare(kind.constraints, kind.explanations);
      this.known.push(kind);
    }
    for (const [name, table] of Object.entries(others)) this.addTable(name, table);
  }

  private addTable(name: string, table: string): void {
    if (this.tables.has(name)) throw new Error(`The kind of record “${name}” is declared twice.`);
    this.tables.set(name, table);
  }

  /** @throws where a kind of record belongs to one that the app does not have, or its inputs refer to one */
  onModuleInit(): void {
    for (const kind of this.known) {
      for (const whole of wholesOf(kind)) {
        if (!this.knownAs(whole))
          throw new Error(`“${kind.name}” belongs to “${nameOf(whole)}”, which this app does not have.`);
      }
      const { create, patch, query } = kind.shapes ?? {};
      for (const input of [create, patch, query]) if (input) this.assertKnown(kind, input);
    }
  }

  private knownAs(whole: Whole): RecordKind | undefined {
    return this.known.find((kind) => kind === whole || kind.name === whole);
  }

  private assertKnown(kind: RecordKind, input: Type<object>): void {
    for (const { property, refersTo, named = [], object, item } of factsOfFields(input)) {
      if (refersTo && !this.tables.has(refersTo))
        throw new Error(
          `${property} of “${kind.name}” refers to “${refersTo}”, which this app does not have.`,
        );
      for (const name of named) this.allNamed(name);
      for (const inner of [object, item]) if (inner) this.assertKnown(kind, inner());
    }
  }

  all(): readonly RecordKind[] {
    return this.known;
  }

  /** The kinds whose records those of a kind can be about, such as what a source says of them. */
  subjectsOf(kind: RecordKind): RecordKind[] {
    return this.known.filter((other) => other.isSubject && canBeAbout(kind, other));
  }

  /**
   * The kinds of this name, whose records have names: one, or every one that has routes where it is of any.
   * @throws where there is none
   */
  allNamed(name: string): readonly RecordKind[] {
    const kinds = this.known.filter(
      (one) => (name === ANY_KIND ? one.shapes : one.name === name) && hasColumn(one.entity, 'names'),
    );
    if (kinds.length === 0) throw new Error(`No records of a kind “${name}” have names.`);
    return kinds;
  }

  /** The statuses of all kinds in one table. */
  statusesIn(table: string): string[] {
    return statusesOf(this.known.filter((kind) => kind.table === table));
  }

  /**
   * Which rows `e` of a kind were changed at or after `:updatedSince`, or have within them what was: read along the
   * indexes by change, so that nobody who writes a part need write its whole.
   */
  changedSince(kind: RecordKind): Sql {
    const parts = this.known.filter(({ within }) => within && isOf(kind, within));
    const since = sql`c.updated_at >= :updatedSince::timestamptz`;
    if (parts.length === 0) return sql`e.updated_at >= :updatedSince::timestamptz`;
    const ids = [
      sql`select c.id from ${kind.visible} c where ${since}`,
      ...parts.map(
        ({ visible, within }) => sql`select c.${wholeColumn(within!)} from ${visible} c where ${since}`,
      ),
    ];
    return sql`e.id in (${joinSql(ids, sql` union all `)})`;
  }

  /**
   * The condition that a caller may see a record of one of some kinds, where there may be some that not everybody
   * in the office may see.
   * @param id the parameter that holds its id
   */
  seen(names: readonly string[], id: Sql): Sql[] {
    const kinds = names.map((name) => this.knownAs(name));
    if (!kinds.some((kind) => kind && canBeHidden(kind))) return [];
    const found = kinds.map(
      (kind) => sql`(select true from ${kind!.visible} asked where asked.id = ${id}::uuid)`,
    );
    return [sql`coalesce(${joinSql(found, sql`, `)}, false)`];
  }

  override tableOf(name: string): string {
    const table = this.tables.get(name);
    if (!table) throw new Error(`There is no kind of record “${name}”.`);
    return table;
  }

  /** What goes where the records of a kind go: it is put away with them, and brought back with them. */
  partsOf(whole: RecordKind): Part[] {
    return this.known.flatMap((kind) => [
      ...(kind.within && isOf(whole, kind.within) ? [[kind, kind.within.asWhole.parameter] as const] : []),
      ...kind.along
        .filter(([, other]) => isOf(whole, this.knownAs(other)!))
        .map(([property]) => [kind, property] as const),
      ...(kind.about && canBeAbout(kind, whole) ? [[kind, kind.about] as const] : []),
    ]);
  }
}

/** The statuses of some kinds of record, in the order of the kinds' names. */
export function statusesOf(kinds: readonly RecordKind[]): string[] {
  const named = kinds.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [...new Set(named.flatMap(({ lifecycle }) => (lifecycle ? statesOf(lifecycle) : [])))];
}

/** Nothing is about what is about something itself, but for what nothing is about in its turn. */
function canBeAbout(kind: RecordKind, other: RecordKind): boolean {
  return !other.about || (other.isSubject && !kind.isSubject);
}

/** Whether records of a kind are those of another too: a visit is an event, in the same table. */
function isOf(kind: RecordKind, other: RecordKind): boolean {
  return kind.table === other.table;
}

function canBeHidden({ entity, within }: RecordKind): boolean {
  return hasColumn(entity, 'visibility') || (within !== null && canBeHidden(within));
}

function wholesOf({ within, along }: RecordKind): Whole[] {
  return [...(within ? [within] : []), ...along.map(([, whole]) => whole)];
}

function nameOf(whole: Whole): string {
  return typeof whole === 'string' ? whole : whole.name;
}
