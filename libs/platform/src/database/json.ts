/**
 * A `T` as JSON text that Postgres wrote and that is sent on unparsed.
 * The type is plain `T`, so that the return type of a route documents the answer; only `JsonText` looks inside.
 */
export type Json<T> = T;

/** What goes into the headers of an answer. */
export interface AnswerFacts {
  /** The status, where it is another than that of the route. */
  readonly status?: number;
  /** The entity tag, where none may be made of the text; null, where there is none. */
  readonly tag?: string | null;
  /** The media type of the text, where it is a page or whatever else is made of JSON. */
  readonly type?: string;
  /** What is said besides, or otherwise than of other answers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The version of the record, where the answer is one record. */
  readonly version?: number;
  /** The id of the record, where the answer is to its creation. */
  readonly created?: string;
  /** The collection that the created record is in, where that is not the one that was addressed. */
  readonly collection?: string;
  /** The cursor of the next page, where the answer is a page with another behind it. */
  readonly next?: string;
  /** How many parts went along when a record was put away or brought back, by the plural of their kind. */
  readonly tookAlong?: Readonly<Record<string, number>>;
}

/** The text behind a `Json<T>`. */
export class JsonText {
  constructor(
    readonly text: string,
    readonly facts: AnswerFacts = {},
  ) {}

  /** Hands the text on as the answer it stands for. */
  as<T>(): Json<T> {
    return this as unknown as Json<T>;
  }
}

/** An object of this program as the answer it stands for. */
export function jsonOf<T extends object>(told: T, facts: AnswerFacts = {}): Json<T> {
  return new JsonText(JSON.stringify(told), facts).as<T>();
}

/** Adds members to the text of a JSON object, behind those that it has. */
export function withMembers(text: string, members: object): string {
  const further = JSON.stringify(members).slice(1, -1);
  return further ? `${text.slice(0, -1)},${further}}` : text;
}

/** Adds to what the headers of an answer say. */
export function withFacts<T>(answer: Json<T>, facts: AnswerFacts): Json<T> {
  const known = answer as unknown as JsonText;
  return new JsonText(known.text, { ...known.facts, ...facts }).as<T>();
}

/**
 * Marks an answer as the one to the creation of record `id`.
 * @param collection the collection that it is in, such as `follow-ups`, where that is not the one that was addressed
 */
export function created<T>(id: string, answer: Json<T>, collection?: string): Json<T> {
  return withFacts(answer, { created: id, collection });
}

/** The id of the record whose creation an answer tells of. */
export function createdId(answer: Json<unknown>): string {
  return (answer as JsonText).facts.created!;
}

/**
 * Adds a member to an answer that is one object.
 * @param value what is added, as an object of this program
 */
export function withMember<T>(answer: Json<T>, name: string, value: unknown): Json<T> {
  const { text, facts } = answer as unknown as JsonText;
  return new JsonText(withMembers(text, { [name]: value }), facts).as<T>();
}
