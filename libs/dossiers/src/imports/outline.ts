import { Injectable } from '@nestjs/common';
import { type AnyRoutedKind, Kinds, type RecordKind, camelCase } from '#records';
import { type Fields, fieldsOf } from './fields.js';

/** A part of a dossier that holds the records of one kind, at the top or within others. */
export interface Section {
  /** What it is called: the last segment of the address of its kind. */
  readonly name: string;
  readonly kind: AnyRoutedKind;
  readonly fields: Fields;
  /** What its records have within them: parts, and what is about them. */
  readonly sections: ReadonlyMap<string, Section>;
}

/** What a dossier consists of: derived from the kinds of record of the app. */
@Injectable()
export class Outline {
  private readonly made = new Map<AnyRoutedKind, Section>();

  constructor(readonly kinds: Kinds) {}

  /** The sections at the top: the kinds that are within no other. */
  get top(): ReadonlyMap<string, Section> {
    return this.byName(this.routed().filter(({ within }) => !within));
  }

  /** The section of a kind of record. */
  of(kind: AnyRoutedKind): Section {
    const known = this.made.get(kind);
    if (known) return known;
    const section = this.make(kind);
    this.made.set(kind, section);
    return section;
  }

  private make(kind: AnyRoutedKind): Section {
    const { shapes } = kind;
    const sections = once(() => this.byName([...this.partsOf(kind), ...this.aboutIt(kind)]));
    const omitted = (): Set<string> => new Set(this.sectionsIn(wholeOf(kind)));
    const fields = once(() => fieldsOf(shapes.create, shapes.view, omitted()));
    return {
      name: nameOf(kind),
      kind,
      get fields() {
        return fields();
      },
      get sections() {
        return sections();
      },
    };
  }

  private partsOf(kind: RecordKind): AnyRoutedKind[] {
    return this.routed().filter(({ within }) => within?.table === kind.table);
  }

  private aboutIt(kind: RecordKind): AnyRoutedKind[] {
    return this.routed().filter((other) => other.about && this.kinds.subjectsOf(other).includes(kind));
  }

  /** What the inputs of a whole and of its parts take at once, and a dossier has in sections. */
  private sectionsIn(kind: RecordKind): string[] {
    return this.partsOf(kind).map(nameOf);
  }

  private routed(): AnyRoutedKind[] {
    return this.kinds.all().filter(({ shapes }) => shapes !== null) as AnyRoutedKind[];
  }

  private byName(kinds: readonly AnyRoutedKind[]): ReadonlyMap<string, Section> {
    return new Map(kinds.map((kind) => [nameOf(kind), this.of(kind)]));
  }
}

function nameOf({ address }: RecordKind): string {
  return camelCase(address.split('/').at(-1)!);
}

function wholeOf(kind: RecordKind): RecordKind {
  return kind.within ?? kind;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
