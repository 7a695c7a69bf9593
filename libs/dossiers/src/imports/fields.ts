import type { Type } from '@nestjs/common';
import { factsOfFields, fieldNames, onFirstUse } from '#platform';
import { documentedProperties, takesAnything, takesText } from './documented.js';

/** A field of a record or of an object within it, as a dossier names it. */
export interface Field {
  /** What it is called in a dossier, and in answers: `topics`. */
  readonly name: string;
  /** What it is called in the input that records it: `topicIds`. */
  readonly property: string;
  /** The kind of record that it refers to; `any` for one of any kind, null where it holds its value itself. */
  readonly refersTo: string | null;
  /** Whether it refers to several. */
  readonly isList: boolean;
  /** Whether it takes text, so that a number stands for how it is written. */
  readonly isText: boolean;
  /** Whether it takes whatever JSON can say, an empty list too. */
  readonly isAnything: boolean;
  /** Whether its objects keep their ids, and so are the same ones when they are changed. */
  readonly keepsIds: boolean;
  /** The fields of the object, or of each object of the list, that it holds. */
  readonly inner: (() => Fields) | null;
}

/** The fields of a kind of record or of an object, by the names that a dossier gives them. */
export type Fields = ReadonlyMap<string, Field>;

/**
 * Finds the fields of what an input records.
 * @param view what answers show of it, which a dossier takes its names from
 * @param omitted properties that are no fields here: sections of their own
 */
export function fieldsOf(
  input: Type<object>,
  view: Type<object> | null,
  omitted: ReadonlySet<string>,
): Fields {
  const shown: ReadonlySet<string> = new Set(view ? documentedProperties(view).keys() : []);
  const documented = documentedProperties(input);
  const facts = new Map(factsOfFields(input).map((fact) => [fact.property, fact]));
  const fields = fieldNames(input)
    .filter((property) => !omitted.has(property))
    .map((property): Field => {
      const { refersToAny, refersTo = refersToAny ? 'any' : null, object, item } = facts.get(property) ?? {};
      const within = object ?? item;
      return {
        property,
        name: refersTo ? nameOfReference(property, shown) : property,
        refersTo,
        isList: property.endsWith('Ids'),
        isText: takesText(documented.get(property)),
        isAnything: takesAnything(documented.get(property)),
        keepsIds: item !== undefined && fieldNames(item()).includes('id'),
        inner: within ? onFirstUse(() => fieldsOf(within(), null, OWN_ID)) : null,
      };
    });
  return new Map(fields.map((field) => [field.name, field]));
}

/** The ids of objects within a record are found again by their position. */
const OWN_ID: ReadonlySet<string> = new Set(['id']);

/** The field that a property of the input is; undefined where it is none. */
export function fieldOf(property: string, fields: Fields): Field | undefined {
  return [...fields.values()].find((field) => field.property === property);
}

function nameOfReference(property: string, shown: ReadonlySet<string>): string {
  if (!property.endsWith('Ids')) return property.replace(/Id$/, '');
  const stem = property.slice(0, -'Ids'.length);
  // A list in the singular, such as what a place is contained in, is called so where nothing else is.
  return shown.has(stem) && !shown.has(`${stem}s`) ? stem : `${stem}s`;
}
