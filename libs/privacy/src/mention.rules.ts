import { type FieldError, Refusal, assertValid } from '#refusals';
import { ERASURE_PROBLEMS } from './erasure.rules.js';

/** What holds texts or facts about people and is no record: the words for its rows, after its tables. */
export const OTHER_ROWS: readonly string[] = [
  'access tokens',
  'actors',
  'agenda publications',
  'audit events',
  'calendar links',
  'calendar maps',
  'conflict acknowledgements',
  'deputies',
  'document pieces',
  'documents',
  'dossier entries',
  'erased documents',
  'erasures',
  'event earlier dates',
  'event legs',
  'event part losses',
  'event places',
  'imported items',
  'merges',
  'outcome actors',
  'protected profiles',
  'published items',
  'published participations',
  'status changes',
  'visit delegation dates',
];

/** A range of a text: the path to the text within its field, as a JSON pointer, and characters counted from 0. */
export interface TextRange {
  readonly pointer?: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text is: in the database, and as callers call it. */
export interface Passage {
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly recordId: string;
  readonly column: string;
  /** What kind of record it is of, and which field. */
  readonly kind: string;
  readonly field: string;
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is the name, and not only perhaps. */
  readonly certain: boolean;
  /** Whether it is what the field held before. */
  readonly past: boolean;
  readonly excerpt: string;
}

/** A field of a record that holds the name of a person, with every place in it. */
export interface Mention {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly certain: boolean;
  readonly passages: readonly Passage[];
}

/** Which field of which record something is decided of. */
export interface Decided {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
}

export interface Decisions {
  readonly keep: readonly (Decided & { readonly reason: string })[];
  readonly redact: readonly (Decided & { readonly ranges?: readonly TextRange[] | null })[];
}

/** What is blacked out: one column of one row, all that is found in it or the ranges that are given. */
export interface Redaction {
  readonly table_name: string;
  readonly key: object;
  readonly record_id: string;
  readonly field: string;
  readonly ranges: readonly { readonly path: readonly string[]; starts: number; ends: number }[] | null;
}

/** Puts the passages together that are decided of together. */
export function mentionsOf(passages: readonly Passage[]): Mention[] {
  const grouped = Map.groupBy(passages, placeOf);
  return [...grouped.values()].map((own) => {
    const { kind, recordId: id, field } = own[0]!;
    return { kind, id, field, certain: own.some(({ certain }) => certain), passages: own };
  });
}

/** What was decided of fields in which nothing was found: who reads them finds what no rule does. */
export function furtherRedactions(
  mentions: readonly Mention[],
  { redact }: Decisions,
): (Decided & { readonly ranges: readonly TextRange[] })[] {
  const known = new Set(mentions.map(keyOf));
  return redact.flatMap(({ ranges, ...place }) =>
    ranges && !known.has(keyOf(place)) ? [{ ...place, ranges }] : [],
  );
}

/** The ranges of a text as the database takes them. */
export function pathsOf(ranges: readonly TextRange[]): NonNullable<Redaction['ranges']> {
  return ranges.map(({ pointer = '', start, end }) => ({
    path: pointer.split('/').slice(1),
    starts: start,
    ends: end,
  }));
}

/**
 * What is blacked out by what was decided.
 * @param others fields in which nothing was found, and which there are nevertheless
 * @throws Refusal where something is decided of what is not there, or twice; `erasure.undecided` where something is not
 */
export function redactionsBy(
  mentions: readonly Mention[],
  { keep, redact }: Decisions,
  others: readonly Decided[] = [],
): Redaction[] {
  const known = [...mentions, ...others];
  assertValid([...strayErrors(known, keep, 'keep'), ...strayErrors(known, redact, 'redact')]);
  assertValid(contradictions({ keep, redact }));
  const kept = new Set(keep.map(keyOf));
  const redacted = new Map(redact.map((one) => [keyOf(one), one.ranges ?? null]));
  const undecided = mentions.filter((mention) => {
    const key = keyOf(mention);
    return !kept.has(key) && (!redacted.has(key) || !covers(redacted.get(key)!, mention));
  });
  if (undecided.length > 0) throw undecidedOf(undecided);
  return mentions
    .filter((mention) => redacted.has(keyOf(mention)))
    .flatMap((mention) => redactionsIn(mention, redacted.get(keyOf(mention))!));
}

/**
 * Whether ranges hold all that certainly is the name in what the field says now; what only may be is for who gives them to
 * say. Where none are given, all that was found is meant.
 */
function covers(ranges: readonly TextRange[] | null, { passages }: Mention): boolean {
  if (!ranges) return true;
  return passages.every(
    (found) =>
      found.past ||
      !found.certain ||
      ranges.some(
        ({ pointer = '', start, end }) =>
          pointer === found.pointer && start <= found.start && end >= found.end,
      ),
  );
}

function redactionsIn({ passages }: Mention, ranges: readonly TextRange[] | null): Redaction[] {
  const rows = Map.groupBy(passages, ({ table, key }) => JSON.stringify([table, key]));
  return [...rows.values()].map((own) => {
    const { table, key, recordId, column, past } = own[0]!;
    const given = past ? null : ranges && pathsOf(ranges);
    return { table_name: table, key, record_id: recordId, field: column, ranges: given };
  });
}

function strayErrors(places: readonly Decided[], decided: readonly Decided[], list: string): FieldError[] {
  const known = new Set(places.map(keyOf));
  return decided.flatMap((one, index) =>
    known.has(keyOf(one))
      ? []
      : [{ pointer: `/${list}/${index}`, detail: 'No name was found there.', code: 'unknown-mention' }],
  );
}

function contradictions({ keep, redact }: Decisions): FieldError[] {
  const kept = new Set(keep.map(keyOf));
  return redact.flatMap((one, index) =>
    kept.has(keyOf(one))
      ? [{ pointer: `/redact/${index}`, detail: 'This is kept already.', code: 'decided-twice' }]
      : [],
  );
}

function undecidedOf(mentions: readonly Mention[]): Refusal {
  return new Refusal(
    ERASURE_PROBLEMS['erasure.undecided'],
    `The name stands, or may stand, in ${mentions.length} further texts: decide of each whether it is redacted or kept, and why.`,
    { undecided: mentions.map(({ kind, id, field, certain }) => ({ kind, id, field, certain })) },
  );
}

function placeOf({ kind, recordId, field }: Passage): string {
  return keyOf({ kind, id: recordId, field });
}

/** Tells places apart. */
export function keyOf({ kind, id, field }: Decided): string {
  return JSON.stringify([kind, id.toLowerCase(), field]);
}
