import { Injectable } from '@nestjs/common';
import { onFirstUse, rememberOf } from '#platform';
import { type AnyRoutedKind, type At, Kinds, type RecordKind, camelCase } from '#records';
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
  /** The section of a kind of record. */
  readonly of = rememberOf((kind: AnyRoutedKind) => this.make(kind));

  constructor(readonly kinds: Kinds) {}

  /** The sections at the top: the kinds that are within no other. */
  get top(): ReadonlyMap<string, Section> {
    return this.byName(this.routed().filter(({ within }) => !within));
  }

  private make(kind: AnyRoutedKind): Section {
    const { shapes } = kind;
    const sections = onFirstUse(() => this.byName([...this.partsOf(kind), ...this.aboutIt(kind)]));
    const omitted = (): Set<string> => new Set(this.sectionsIn(wholeOf(kind)));
    const fields = onFirstUse(() => fieldsOf(shapes.create, shapes.view, omitted()));
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

/**
 * The address of the collection of a kind within a record.
 * @param whole the kind of the record that it is written in, which need not be the one that it is within
 */
export function addressWithin({ within }: RecordKind, whole: RecordKind, id: string): At {
  return within ? within.asWhole.read({ kind: whole.address, [within.asWhole.parameter]: id }) : {};
}

function nameOf({ address }: RecordKind): string {
  return camelCase(address.split('/').at(-1)!);
}

function wholeOf(kind: RecordKind): RecordKind {
  return kind.within ?? kind;
}
