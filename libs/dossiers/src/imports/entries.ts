import { isObject } from '#records';
import type { FieldCode } from '#refusals';
import { UUID } from '#vocabulary';
import type { Section } from './outline.js';
import { type Fault, MOST_FAULTS, faultAt } from './faults.js';
import { closestTo } from './closest.js';
import { type Path, type WrittenDossier, asText } from './written-dossier.js';

/** What an entry says of a record that may exist; of several ways the key comes first, then the id, then the name. */
export interface Match {
  readonly name?: string;
  readonly id?: string;
  readonly key?: string;
}

/** The ways to find a record, the surest first. */
export const WAYS = ['key', 'id', 'name'] as const;

/** One record of a dossier, as it was written. */
export interface Entry {
  /** Its section and key, behind those of what it is within: `visits`, `naples-rome`, `agenda`, `welcome`. */
  readonly path: readonly string[];
  /** Where it stands in what was written: entries of lists by their position. */
  readonly at: Path;
  readonly section: Section;
  /** The record that it stands within. */
  readonly within: Entry | null;
  /** Its fields, as they were written. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly match: Match | null;
  readonly id: string | null;
}

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,99}$/u;

/** How many characters a key may have. */
export const LONGEST_KEY = 100;

/** What a dossier says of itself, beside its sections. */
const ABOUT_ITSELF = ['dossier', 'title', '$schema'] as const;

/** Whether a text can be the key of a dossier or of an entry. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** What a dossier is remembered by. */
export function keyOf(written: WrittenDossier): string {
  return String(asText(written, written.content.dossier ?? '', ['dossier']));
}

/** Finds the records of a dossier, and whatever else stands in it as faults. */
export class EntryFinder {
  readonly entries: Entry[] = [];
  readonly faults: Fault[] = [];

  constructor(
    private readonly written: WrittenDossier,
    private readonly options: { readonly mayFixIds?: boolean } = {},
  ) {}

  /** Finds all entries, each after the one that it stands within. */
  find(top: ReadonlyMap<string, Section>): this {
    if (!isKey(keyOf(this.written))) this.fault(['dossier'], NO_KEY, 'dossier-key');
    for (const [name, held] of Object.entries(this.written.content)) {
      if (this.faults.length >= MOST_FAULTS) break;
      if ((ABOUT_ITSELF as readonly string[]).includes(name)) continue;
      const section = top.get(name);
      if (section) this.readSection(section, held, [name], [name], null);
      else this.fault([name], unknownName('section', name, [...top.keys()]), 'unknown-section');
    }
    return this;
  }

  private readSection(
    section: Section,
    held: unknown,
    path: readonly string[],
    at: Path,
    within: Entry | null,
  ): void {
    if (held === null) return;
    if (Array.isArray(held))
      for (const [index, entry] of held.entries())
        this.readEntry(section, entry, [...path, `${index + 1}`], [...at, index], within);
    else if (isObject(held))
      for (const [key, entry] of Object.entries(held)) {
        if (isKey(key)) this.readEntry(section, entry, [...path, key], [...at, key], within);
        else this.fault([...at, key], WRONG_KEY, 'key');
      }
    else this.fault(at, 'It is a map of records by their keys, or a list of them.', 'section');
  }

  private readEntry(
    section: Section,
    held: unknown,
    path: readonly string[],
    at: Path,
    within: Entry | null,
  ): void {
    if (!isObject(held)) {
      this.fault(at, `It is a map of the fields of a ${section.kind.name}.`, 'entry');
      return;
    }
    const { match = null, id = null, ...rest } = held;
    const own = Object.entries(rest).filter(([name]) => !section.sections.has(name));
    const entry: Entry = {
      path,
      at,
      section,
      within,
      fields: Object.fromEntries(own.filter(([, value]) => value !== null)),
      match: this.readMatch(match, at),
      id: this.readId(id, at),
    };
    this.entries.push(entry);
    for (const [name, inner] of section.sections)
      if (rest[name] !== undefined)
        this.readSection(inner, rest[name], [...path, name], [...at, name], entry);
  }

  private readMatch(match: unknown, at: Path): Match | null {
    if (match === null) return null;
    const said = Object.entries(isObject(match) ? match : {});
    const ways = said.map(
      ([way, value]) => [way, asText(this.written, value, [...at, 'match', way])] as const,
    );
    if (ways.length > 0 && ways.every(([way, text]) => isWay(way) && typeof text === 'string'))
      return Object.fromEntries(ways) as Match;
    this.fault([...at, 'match'], WRONG_MATCH, 'match');
    return null;
  }

  private readId(id: unknown, at: Path): string | null {
    if (id === null) return null;
    if (!this.options.mayFixIds) {
      this.fault([...at, 'id'], FIXED_ID, 'fixed-id');
      return null;
    }
    if (typeof id === 'string' && UUID.test(id)) return id.toLowerCase();
    this.fault([...at, 'id'], 'An id is a UUID.', 'id');
    return null;
  }

  private fault(path: Path, detail: string, code: FieldCode): void {
    this.faults.push(faultAt(this.written, path, detail, code));
  }
}

function isWay(way: string): way is keyof Match {
  return (WAYS as readonly string[]).includes(way);
}

const NO_KEY =
  'A dossier has a key of its own, by which its entries are found again: dossier: guiyang-naples-rome.';

const FIXED_ID =
  'Ids are fixed by the command line (npm run --silent corteo -- import), or by an admin (tokens:write).';

const WRONG_KEY =
  'A key has letters, digits, hyphens and underscores, at most 100, and begins with a letter or digit.';

const WRONG_MATCH =
  'Say what the record is found by: { name: … }, { id: … } or { key: dossier/section.key }.';

/** What a name that is not there could have been meant for. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  if (known.length === 0) return `There is no ${what} ${name} here, nor any other.`;
  const near = closestTo(name, known);
  const help = near ? `Did you mean ${near}?` : `There are ${known.join(', ')}.`;
  return `There is no ${what} ${name} here. ${help}`;
}
