import { isObject } from '#records';
import type { FieldCode } from '#refusals';
import { UUID } from '#vocabulary';
import { type Fault, faultAt } from './faults.js';
import { type Entry, unknownName } from './entries.js';
import type { Field, Fields } from './fields.js';
import type { References } from './references.js';
import { type Path, type WrittenDossier, asText } from './written-dossier.js';

/** The fields of an entry as the input that records it. */
export interface Translated {
  readonly input: Readonly<Record<string, unknown>>;
  /** What it refers to within the dossier, and by which property. */
  readonly needs: readonly Need[];
  /** References to legs of its event, by property: they have ids once the event is written. */
  readonly legs: Readonly<Record<string, number>>;
}

/** An entry that another refers to. */
export interface Need {
  readonly entry: Entry;
  readonly property: string;
}

/** What a file says of an entry, by property: of a leg its position, which another one must not be mistaken for. */
export function saidIn({ input, legs }: Translated): Readonly<Record<string, unknown>> {
  return { ...input, ...legs };
}

/** Stands for the id of a leg until its event is written. */
const ANY_ID = '00000000-0000-7000-8000-000000000000';

/** Turns the fields of an entry into an input: keys into ids, names of fields into those of the interface. */
export class Translator {
  readonly faults: Fault[] = [];

  constructor(
    private readonly written: WrittenDossier,
    private readonly references: References,
    private readonly ids: ReadonlyMap<Entry, string>,
  ) {}

  translate(entry: Entry): Translated {
    const found = { needs: [] as Need[], legs: {} as Record<string, number> };
    const input = this.object(entry.section.fields, entry.fields, { entry, path: entry.at, ...found });
    return { input, ...found };
  }

  private object(
    fields: Fields,
    data: Readonly<Record<string, unknown>>,
    at: Place,
  ): Record<string, unknown> {
    const translated: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(data)) {
      const field = fields.get(name);
      const place = { ...at, path: [...at.path, name], property: at.property ?? field?.property };
      if (!field) this.fault(place.path, unknownName('field', name, [...fields.keys()]), 'unknown-field');
      else translated[field.property] = this.value(field, value, place);
    }
    return translated;
  }

  private value(field: Field, value: unknown, at: Place): unknown {
    if (value === null) return undefined;
    if (field.refersTo) return this.reference(field, value, at);
    const inner = field.inner;
    if (inner && Array.isArray(value))
      return value.map((one, index) =>
        isObject(one) ? this.object(inner(), one, { ...at, path: [...at.path, index] }) : (one as unknown),
      );
    if (inner && isObject(value)) return this.object(inner(), value, at);
    return field.isText ? asText(this.written, value, at.path) : value;
  }

  private reference({ refersTo, isList, property }: Field, value: unknown, at: Place): unknown {
    if (isList && Array.isArray(value))
      return value.map((one, index) => this.idOf(refersTo!, one, { ...at, path: [...at.path, index] }));
    if (refersTo === 'leg' && typeof value === 'number') {
      at.legs[property] = value;
      return ANY_ID;
    }
    return this.idOf(refersTo!, value, at);
  }

  private idOf(refersTo: string, value: unknown, { entry, path, property, needs }: Place): unknown {
    const key = asText(this.written, value, path);
    if (typeof key !== 'string' || refersTo === 'actor' || UUID.test(key)) return key;
    const [found, ...others] = this.references.find(key, refersTo, entry);
    if (found && others.length === 0) {
      needs.push({ entry: found, property: property! });
      return this.ids.get(found);
    }
    this.fault(path, found ? unclear(key, [found, ...others]) : this.missing(key, refersTo), 'unknown-key');
    return ANY_ID;
  }

  private missing(key: string, refersTo: string): string {
    if (refersTo === 'leg') return 'A leg is told by its position, as in leg: 0 for the first one.';
    const what = refersTo === 'any' ? 'record' : refersTo;
    return unknownName(what, key, this.references.keysOf(refersTo).slice(0, 20));
  }

  private fault(path: Path, detail: string, code: FieldCode): void {
    this.faults.push(faultAt(this.written, path, detail, code));
  }
}

/** Where a value stands, and what has been found so far. */
interface Place {
  readonly entry: Entry;
  readonly path: Path;
  /** The property of the entry that it stands in. */
  readonly property?: string | undefined;
  readonly needs: Need[];
  readonly legs: Record<string, number>;
}

function unclear(key: string, entries: readonly Entry[]): string {
  return `${key} can be ${entries.map(({ path }) => path.join('.')).join(' or ')}: write one of them in full.`;
}
