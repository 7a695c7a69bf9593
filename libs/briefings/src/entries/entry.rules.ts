import { type Constraints, type FieldError, defineProblems, oneOfErrors } from '#refusals';
import { defineLifecycle, statesOf } from '#vocabulary';

export const ENTRY_KINDS = [
  'profile',
  'programme',
  'objective',
  'pillar',
  'measure',
  'initiative',
  'policy',
  'mechanism',
  'phase',
  'term',
  'statement',
  'recognition',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const LEVELS = ['international', 'national', 'regional', 'municipal', 'district'] as const;
export type Level = (typeof LEVELS)[number];

/** What becomes of what others plan; the office hears of it late, or of another status than it knew. */
export const entryLifecycle = defineLifecycle('unknown', {
  unknown: ['planned', 'announced', 'under_way', 'completed', 'dropped'],
  planned: ['unknown', 'announced', 'under_way', 'completed', 'dropped'],
  announced: ['unknown', 'planned', 'under_way', 'completed', 'dropped'],
  under_way: ['unknown', 'planned', 'completed', 'dropped'],
  completed: ['unknown', 'under_way'],
  dropped: ['unknown', 'planned', 'announced', 'under_way'],
});

export type EntryStatus = keyof (typeof entryLifecycle)['moves'];

export const ENTRY_STATUSES = statesOf(entryLifecycle);

/** What an entry can be about: one of these. */
export const SUBJECTS = [
  'placeId',
  'organizationId',
  'personId',
  'topicId',
  'seriesId',
  'relationshipId',
] as const;

export type SubjectIds = { readonly [subject in (typeof SUBJECTS)[number]]?: string | null };

/** The fields that only statements have. */
const OF_STATEMENTS = ['speakerId', 'officeHeld', 'language'] as const;

/** An entry as far as its rules look at it. */
export type EntryFacts = SubjectIds & { readonly [field in (typeof OF_STATEMENTS)[number]]?: unknown } & {
  readonly kind: EntryKind;
  readonly names?: readonly unknown[];
  readonly text?: unknown;
};

/** Finds what keeps an entry from being about one thing, from having a name and from being of its kind. */
export function entryErrors(entry: EntryFacts): FieldError[] {
  return [
    ...oneOfErrors(
      entry,
      SUBJECTS,
      'An entry is about one place, organization, person, topic, forum series or relationship.',
    ),
    ...namingErrors(entry),
    ...(entry.kind === 'statement' ? [] : OF_STATEMENTS.flatMap((field) => ofStatementsOnly(field, entry))),
  ];
}

function namingErrors({ kind, names = [], text = null }: EntryFacts): FieldError[] {
  if (names.length > 0) return [];
  const detail = 'Name the entry; only a statement may have no name, and then it has a text.';
  return kind === 'statement' && text !== null ? [] : [{ pointer: '/names', detail, code: 'nameless' }];
}

function ofStatementsOnly(field: (typeof OF_STATEMENTS)[number], entry: EntryFacts): FieldError[] {
  const detail = 'Only a statement is said by somebody, in an office, in a language.';
  return (entry[field] ?? null) === null ? [] : [{ pointer: `/${field}`, detail, code: 'of-statements' }];
}

/** The id of what an entry says that it is about; a part of another need not say it. */
export function subjectIdOf(entry: SubjectIds): string | undefined {
  return SUBJECTS.map((subject) => entry[subject]).find((id) => id != null) ?? undefined;
}

/** What an entry is about, to be said of a part of it as well. */
export function subjectOf(entry: SubjectIds): SubjectIds {
  return Object.fromEntries(SUBJECTS.map((subject) => [subject, entry[subject] ?? null]));
}

export const ENTRY_PROBLEMS = defineProblems({
  'entry.circle': ['conflict', 'The entry would be part of itself'],
  'entry.other-subject': [
    'conflict',
    'The entry would be about something else than its tree',
    'What is known stands in trees, and all of a tree is about one thing.',
    'Record the entry by itself about the other thing, and link the two.',
  ],
});

export const ENTRY_CONSTRAINTS: Constraints = {
  entries_without_circle: {
    problem: ENTRY_PROBLEMS['entry.circle'],
    detail: 'The parent of an entry cannot be the entry itself, nor part of it.',
  },
  entries_about_the_same: {
    problem: ENTRY_PROBLEMS['entry.other-subject'],
    detail: 'An entry, what it is part of and its own parts are all about the same.',
  },
  entries_item_of_event: {
    code: 'unknown-item',
    detail: 'There is no agenda item with this id in the agenda of the event.',
    pointers: ['/itemId'],
  },
};
