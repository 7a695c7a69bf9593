import type { Field, Fields } from '../imports/fields.js';
import { isEmpty } from '../imports/input-form.js';
import type { Section } from '../imports/outline.js';
import { type Collected, LEFT_OUT } from './collection.js';
import type { Keys } from './keys.js';

type Plain = Record<string, unknown>;

/** Writes collected records as the sections of a dossier. */
export class DossierForm {
  private readonly byWhole: ReadonlyMap<string | null, readonly Collected[]>;

  constructor(
    private readonly records: ReadonlyMap<string, Collected>,
    private readonly keys: Keys,
    private readonly top: ReadonlyMap<string, Section>,
  ) {
    this.byWhole = Map.groupBy(records.values(), ({ within }) => within?.id ?? null);
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
    if (areParts && order.every(({ key }) => /^\d+$/.test(key)))
      return order.map(({ record }) => this.entry(record));
    return Object.fromEntries(order.map(({ key, record }) => [key, this.entry(record)]));
  }

  private entry(record: Collected): Plain {
    const { section, input, id, belongs } = record;
    const [first] = (input.names ?? []) as { text: string }[];
    return {
      ...(first && !belongs && !record.within ? { match: { name: first.text } } : {}),
      ...this.object(input, section.fields, record),
      ...this.sections(section.sections, id),
    };
  }

  private object(input: Plain | Readonly<Plain>, fields: Fields, record: Collected): Plain {
    const { about } = record.section.kind;
    const own = [...fields.values()].filter(({ property }) => !record.within || property !== about);
    const written = own.map((field) => [field.name, this.value(input[field.property], field, record)]);
    return Object.fromEntries(written.filter(([, value]) => !isEmpty(value)));
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
    if (refersTo === 'any') return this.pathOf(record).join('.');
    const key = this.keys.get(id)!;
    if (record.within && record.within !== (from.within ?? from))
      return `${this.keys.get(record.within.id)}.${key}`;
    const isShared = refersTo !== record.section.kind.name && !record.within;
    return isShared && this.isTwice(record, key) ? `${record.section.name}.${key}` : key;
  }

  private pathOf({ within, section, id }: Collected): string[] {
    return [...(within ? this.pathOf(within) : []), section.name, this.keys.get(id)!];
  }

  private isTwice({ section }: Collected, key: string): boolean {
    const others = (this.byWhole.get(null) ?? []).filter(
      (other) => other.section.kind.table === section.kind.table && this.keys.get(other.id) === key,
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
