import type { Field, Fields } from '../imports/fields.js';
import type { Match } from '../imports/entries.js';
import { isEmpty, isUnsaid } from '../imports/input-form.js';
import type { Section } from '../imports/outline.js';
import { type Collected, LEFT_OUT } from './collection.js';
import { type Keys, pathIn } from './keys.js';
import type { RememberedEntries } from './remembered-entries.js';

type Plain = Record<string, unknown>;

/** Writes collected records as the sections of a dossier. */
export class DossierForm {
  private readonly byWhole: ReadonlyMap<string | null, readonly Collected[]>;
  private readonly byKeys: ReadonlyMap<string, readonly Collected[]>;

  constructor(
    private readonly records: ReadonlyMap<string, Collected>,
    private readonly keys: Keys,
    private readonly top: ReadonlyMap<string, Section>,
    private readonly remembered: RememberedEntries,
  ) {
    this.byWhole = Map.groupBy(records.values(), ({ within }) => within?.id ?? null);
    this.byKeys = Map.groupBy(records.values(), (record) => this.keysOf(record));
  }

  /** The sections, each with its records by key. */
  write(): Plain {
    return this.sections(this.top, null);
  }

  private sections(sections: ReadonlyMap<string, Section>, whole: string | null): Plain {
    const within = Map.groupBy(this.byWhole.get(whole) ?? [], ({ section }) => section.name);
    const written = [...sections.keys()].flatMap((name) => {
      const records = within.get(name);
      return records ? [[name, this.collection(records, whole !== null)] as const] : [];
    });
    return Object.fromEntries(written);
  }

  /** Parts come as they were recorded, and without keys where nobody refers to them; others come by key. */
  private collection(records: readonly Collected[], areParts: boolean): unknown {
    const entries = records.map((record) => ({ key: this.keys.get(record.id)!, record }));
    const order = entries.toSorted((a, b) =>
      areParts ? compare(a.record.id, b.record.id) : compare(a.key, b.key),
    );
    if (areParts && order.every(({ key }, index) => key === `${index + 1}`))
      return order.map(({ record }) => this.entry(record));
    return Object.fromEntries(order.map(({ key, record }) => [key, this.entry(record)]));
  }

  private entry(record: Collected): Plain {
    const { section, input, id } = record;
    const match = this.matchOf(record);
    return {
      ...(isEmpty(match) ? {} : { match }),
      ...this.object(input, section.fields, record),
      ...this.sections(section.sections, id),
    };
  }

  /** What finds a record that is not of the story alone: its name, and the entry that it was imported as before. */
  private matchOf(record: Collected): Match {
    const key = this.remembered.elsewhere(pathIn(record, this.keys), record.id);
    return {
      ...(key ? { key } : {}),
      ...(isFoundByName(record) ? { name: namesOf(record)[0]!.text } : {}),
    };
  }

  private object(input: Plain | Readonly<Plain>, fields: Fields, record: Collected): Plain {
    const { about } = record.section.kind;
    const own = [...fields.values()].filter(({ property }) => !record.within || property !== about);
    const written = own.flatMap((field) => {
      const value = this.value(input[field.property], field, record);
      return isUnsaid(value, field) ? [] : [[field.name, value] as const];
    });
    return Object.fromEntries(written);
  }

  private value(held: unknown, { refersTo, inner }: Field, record: Collected): unknown {
    if (held === undefined) return undefined;
    if (refersTo === 'leg') return legsOf(record).findIndex(({ id }) => id === held);
    if (refersTo)
      return Array.isArray(held)
        ? held.flatMap((id) => this.key(id as string, refersTo, record) ?? [])
        : this.key(held as string, refersTo, record);
    if (!inner) return held;
    const within = (one: unknown): Plain => this.object(one as Plain, inner(), record);
    return Array.isArray(held) ? held.map(within) : within(held);
  }

  /** How a reference is written: as shortly as it is clear. */
  private key(id: string, refersTo: string, from: Collected): string | undefined {
    const record = this.records.get(id);
    if (!record || LEFT_OUT.includes(refersTo)) return undefined;
    const path = this.pathOf(record);
    if (refersTo === 'any') return path;
    if (record.within && record.within === (from.within ?? from)) return this.keys.get(id)!;
    return this.isTwice(record, refersTo) ? path : this.keysOf(record);
  }

  private pathOf(record: Collected): string {
    return pathIn(record, this.keys).replaceAll('/', '.');
  }

  private keysOf({ within, id }: Collected): string {
    const key = this.keys.get(id)!;
    return within ? `${this.keysOf(within)}.${key}` : key;
  }

  /** Whether a reference by keys alone could mean another record. */
  private isTwice(record: Collected, refersTo: string): boolean {
    const { kind } = record.section;
    const others = this.byKeys
      .get(this.keysOf(record))!
      .filter(({ section }) =>
        refersTo === kind.name ? section.kind === kind : section.kind.table === kind.table,
      );
    return others.length > 1;
  }
}

function legsOf({ within }: Collected): readonly { readonly id: string }[] {
  return (within?.view.legs ?? []) as { id: string }[];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a record is not of the story alone, and so found by its name where it is there already. */
function isFoundByName(record: Collected): boolean {
  return !record.belongs && !record.within && namesOf(record).length > 0;
}

function namesOf({ input }: Collected): readonly { readonly text: string }[] {
  return (input.names ?? []) as { text: string }[];
}
