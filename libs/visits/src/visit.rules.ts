import { type Dates, defineLifecycle, hasDays, statesOf } from '#vocabulary';

export const DIRECTIONS = ['incoming', 'outgoing', 'domestic'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const CATEGORIES = [
  'courtesy',
  'working',
  'official',
  'inspection',
  'study',
  'signing',
  'exploratory',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How a visit goes from a request to its end. */
export const visitLifecycle = defineLifecycle('requested', {
  requested: ['planned', 'declined', 'cancelled'],
  planned: ['confirmed', 'postponed', 'declined', 'cancelled'],
  confirmed: ['ongoing', 'postponed', 'cancelled'],
  ongoing: ['completed', 'cancelled'],
  completed: ['closed'],
  closed: [],
  declined: ['requested'],
  postponed: ['planned', 'cancelled'],
  cancelled: ['planned'],
});

export type VisitStatus = keyof (typeof visitLifecycle)['moves'];

export const VISIT_STATUSES = statesOf(visitLifecycle);

/** The statuses of a visit that is still to come to its end. */
export const BEFORE_THE_END = ['requested', 'planned', 'confirmed', 'ongoing', 'postponed'] as const;

/** What the guards of a visit look at. */
export interface VisitFacts extends Dates {
  readonly hasHost: boolean;
  readonly hasDelegation: boolean;
  /** The titles of its mandatory follow-ups that are neither done nor waived; null for those that who asks does not see. */
  readonly unfinished: readonly (string | null)[];
}

const NEEDS: Readonly<Partial<Record<string, (facts: VisitFacts) => string[]>>> = {
  confirmed: (facts) => [
    ...(hasDays(facts) ? [] : ['dates to the day']),
    ...(facts.hasHost ? [] : ['host']),
    ...(facts.hasDelegation ? [] : ['delegation']),
  ],
  closed: ({ unfinished }) => [
    ...unfinished.filter((title) => title !== null),
    ...(unfinished.includes(null) ? ['a follow-up that you do not see'] : []),
  ],
};

export const GUARDED_STATUSES = Object.keys(NEEDS);

/** What a visit still lacks before it can move to a status; nothing where it is ready. */
export function missingForVisit(to: string, facts: VisitFacts): string[] {
  return NEEDS[to]?.(facts) ?? [];
}
