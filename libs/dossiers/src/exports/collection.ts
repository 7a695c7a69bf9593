import { type Caller, Database, JsonText, identifier, snakeCase, sql, statement } from '#platform';
import {
  type AnyRoutedKind,
  type Desks,
  type Kinds,
  type RecordKind,
  type Subjects,
  wholeColumn,
} from '#records';
import { Refusal } from '#refusals';
import type { Field, Fields } from '../imports/fields.js';
import { inputOf } from '../imports/input-form.js';
import { type Outline, type Section, addressWithin } from '../imports/outline.js';

/** A record that a dossier holds. */
export interface Collected {
  readonly id: string;
  readonly section: Section;
  /** The record that it stands within. */
  readonly within: Collected | null;
  /** What its address answers. */
  readonly view: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether it belongs to the story, rather than being named in it. */
  readonly belongs: boolean;
}

/** Kinds whose records are told with all that is within them wherever they are named. */
const TOLD_WHOLE = ['delegation', 'person'];

/** What a collection is made with. */
export interface Sources {
  readonly database: Database;
  readonly kinds: Kinds;
  readonly desks: Desks;
  readonly outline: Outline;
  readonly subjects: Subjects;
}

/**
 * Collects what a dossier about a record holds: what belongs to it, and so would be put away with it, and what all of
 * that refers to.
 */
export class Collection {
  readonly records = new Map<string, Collected>();

  constructor(
    private readonly sources: Sources,
    private readonly caller: Caller,
  ) {}

  /**
   * Collects a record with all that belongs to it.
   * @throws Refusal `record.unknown`
   */
  async collect(kind: AnyRoutedKind, id: string): Promise<Collected> {
    const record = await this.add(kind, id, null, true);
    await this.follow();
    return record;
  }

  private async add(
    kind: AnyRoutedKind,
    id: string,
    within: Collected | null,
    belongs: boolean,
  ): Promise<Collected> {
    const collection = within ? addressWithin(kind, within.section.kind, within.id) : {};
    const at = { ...collection, id };
    const answer = await this.sources.desks.readerOf(kind).read(at, { ...this.caller, archived: false });
    const view = JSON.parse((answer as unknown as JsonText).text) as Collected['view'];
    const section = this.sources.outline.of(kind);
    const record = { id, section, within, view, input: inputOf(view, section), belongs };
    this.records.set(id, record);
    return record;
  }

  /** Goes on from every record that is collected, those included that come in meanwhile. */
  private async follow(): Promise<void> {
    // A map that grows while it is walked gives what is added, too.
    for (const record of this.records.values()) {
      for (const [kind, property] of this.partsToTell(record)) await this.addParts(record, kind, property);
      for (const [field, id] of referencesIn(record.input, record.section.fields))
        await this.addNamed(field.refersTo!, id);
    }
  }

  private partsToTell({ section: { kind }, belongs }: Collected) {
    const all = this.sources.kinds.partsOf(kind).filter(([part]) => part.shapes);
    if (belongs) return all;
    return all.filter(
      ([part, property]) => part.about === property || (part.within && TOLD_WHOLE.includes(kind.name)),
    );
  }

  private async addParts(whole: Collected, kind: RecordKind, property: string): Promise<void> {
    const routed = kind as AnyRoutedKind;
    const isWithin = kind.about === property || kind.within?.asWhole.parameter === property;
    for (const id of await this.idsOf(kind, property, whole.id)) {
      if (this.records.has(id)) continue;
      const within = isWithin ? whole : await this.wholeOf(routed, id);
      if (isWithin || !kind.within || within) await this.add(routed, id, within, whole.belongs);
    }
  }

  private async idsOf({ visible, ofKind }: RecordKind, property: string, id: string): Promise<string[]> {
    const found = statement(
      undefined,
      sql`select coalesce(json_agg(e.id order by e.id), '[]'::json) from ${visible} e
          where e.${identifier(snakeCase(property))} = :id and e.archived_at is null and ${ofKind ?? sql`true`}`,
    );
    return (await this.sources.database.readValue<string[]>(found, this.caller, { id }))!;
  }

  /** Adds a record that is referred to, with the one that it is within; what is put away is left out. */
  private async addNamed(refersTo: string, id: string): Promise<void> {
    for (const kind of await this.kindsNamed(refersTo, id)) {
      if (this.records.has(id)) return;
      try {
        const within = await this.wholeOf(kind, id);
        if (!kind.within || within) await this.add(kind, id, within, false);
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== 'unknown') throw error;
      }
    }
  }

  private async kindsNamed(name: string, id: string): Promise<AnyRoutedKind[]> {
    const all = this.sources.kinds.all();
    const table =
      name === 'any'
        ? await this.sources.subjects.tableOf(id)
        : all.find((kind) => kind.name === name)?.table;
    return all.filter(
      (kind) => kind.shapes && (kind.name === name || kind.table === table),
    ) as AnyRoutedKind[];
  }

  private async wholeOf(kind: AnyRoutedKind, id: string): Promise<Collected | null> {
    if (!kind.within) return null;
    const found = statement(
      undefined,
      sql`select to_json(e.${wholeColumn(kind.within)}) from ${kind.visible} e where e.id = :id`,
    );
    const wholeId = await this.sources.database.readValue<string>(found, this.caller, { id });
    if (!wholeId) return null;
    await this.addNamed(kind.within.name, wholeId);
    return this.records.get(wholeId) ?? null;
  }
}

/** The references in an input, by field. */
export function* referencesIn(
  input: Readonly<Record<string, unknown>>,
  fields: Fields,
): Generator<readonly [Field, string]> {
  for (const field of fields.values()) {
    const value = input[field.property];
    if (value === undefined) continue;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (field.refersTo && !LEFT_OUT.includes(field.refersTo))
      for (const id of values) yield [field, id as string];
    if (field.inner)
      for (const one of values) yield* referencesIn(one as Record<string, unknown>, field.inner());
  }
}

/** What is not a record of its own, or of one office alone. */
export const LEFT_OUT = ['leg', 'actor'];
