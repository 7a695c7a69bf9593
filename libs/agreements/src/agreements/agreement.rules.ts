import type { Constraints, FieldError } from '#refusals';
import { datesCanBe, defineLifecycle, parsePartialDate, statesOf } from '#vocabulary';
import { type SignedParty, lastSignatureOf } from '../parties/party.rules.js';

export const AGREEMENT_KINDS = [
  'mou',
  'moa',
  'letter_of_intent',
  'framework',
  'joint_lab',
  'sister_city',
  'friendship_city',
  'protocol',
  'implementing',
  'joint_declaration',
  'other',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export const BINDINGS = ['binding', 'non_binding', 'mixed', 'unknown'] as const;
export type Binding = (typeof BINDINGS)[number];

export const RENEWAL_MODES = ['none', 'renewable', 'automatic', 'evergreen'] as const;
export type RenewalMode = (typeof RENEWAL_MODES)[number];

export const agreementLifecycle = defineLifecycle('proposed', {
  proposed: ['drafting', 'rejected', 'lapsed'],
  drafting: ['negotiating', 'rejected', 'lapsed'],
  negotiating: ['approved', 'rejected', 'lapsed'],
  approved: ['signed', 'rejected', 'lapsed'],
  // What was signed does not always come into force.
  signed: ['in_force', 'terminated', 'lapsed'],
  in_force: ['suspended', 'expired', 'renewed', 'replaced', 'terminated'],
  suspended: ['in_force', 'expired', 'terminated'],
  // Who renews is often late.
  expired: ['renewed'],
  renewed: [],
  replaced: [],
  terminated: [],
  rejected: [],
  lapsed: [],
});

export type AgreementStatus = keyof (typeof agreementLifecycle)['moves'];

export const AGREEMENT_STATUSES = statesOf(agreementLifecycle);

/** Where an agreement binds now: a term of it runs, and can end. */
export const LIVE = ['signed', 'in_force', 'suspended'] as const satisfies readonly AgreementStatus[];

/** Where it binds or has bound: only then was what it promises ever owed. What lapsed never came into force. */
export const BOUND = [
  ...LIVE,
  'expired',
  'renewed',
  'replaced',
  'terminated',
] as const satisfies readonly AgreementStatus[];

/** Where nothing came of it. */
export const CAME_TO_NOTHING = ['rejected', 'lapsed'] as const satisfies readonly AgreementStatus[];

/** What the moves of an agreement are judged by. */
export interface AgreementFacts {
  /** The day at the office. */
  readonly today: string;
  readonly partyCount: number;
  /** The parties that have neither signed nor said that their signatory is not known, by name. */
  readonly unsigned: readonly string[];
  readonly signed: string | null;
  /** When the last of the parties signed; null where one has not, or nobody knows when it did. */
  readonly lastSignature: string | null;
  /** The first day on which all signatures that are known can have been made, whoever else has still to sign. */
  readonly signaturesFrom: string | null;
  readonly effective: string | null;
  readonly effectiveOnSignature: boolean;
  readonly expiry: string | null;
  /** The first day on which the term that runs now may end, however often it was renewed. */
  readonly termEnds: string | null;
  readonly isEvergreen: boolean;
  readonly terminated: string | null;
  readonly terminationReason: string | null;
  /** Whether another agreement renews it, that can still bind or has bound. */
  readonly hasSuccessor: boolean;
  /** Whether such an agreement replaces it. */
  readonly hasReplacement: boolean;
}

const NEEDS: Readonly<Partial<Record<string, (facts: AgreementFacts) => string[]>>> = {
  signed: ({ today, partyCount, unsigned, signed, signaturesFrom }) => [
    ...(partyCount === 0 ? ['a party'] : unsigned.map((name) => `the signature of ${name}`)),
    ...ahead(today, laterOf(firstDay(signed), signaturesFrom), 'the day of its signature'),
  ],
  in_force: ({ today, effective, signed, effectiveOnSignature }) =>
    effective || effectiveOnSignature
      ? ahead(today, firstDay(effective ?? signed), 'the day on which it takes effect')
      : ['the effective date, or that it takes effect on signature'],
  expired: ({ today, expiry, termEnds, isEvergreen }) =>
    isEvergreen ? ['an end: it is evergreen'] : ahead(today, termEnds ?? firstDay(expiry), 'its expiry'),
  renewed: ({ hasSuccessor }) => (hasSuccessor ? [] : ['the agreement that renews it']),
  replaced: ({ hasReplacement }) => (hasReplacement ? [] : ['the agreement that replaces it']),
  terminated: ({ today, terminated, terminationReason }) => [
    ...(terminated
      ? ahead(today, firstDay(terminated), 'the date of termination')
      : ['the date of termination']),
    ...(terminationReason ? [] : ['the reason for the termination']),
  ],
};

export const GUARDED_STATUSES = Object.keys(NEEDS);

/** The first day that a date may mean. */
function firstDay(date: string | null): string | null {
  return (date && parsePartialDate(date)?.earliest.toString()) ?? null;
}

function laterOf(one: string | null, other: string | null): string | null {
  return one && other && one > other ? one : (other ?? one);
}

function ahead(today: string, day: string | null, what: string): string[] {
  return day && day > today ? [`to have reached ${what}, ${day}`] : [];
}

/** What an agreement still lacks for a move, in words; nothing where it is ready. */
export function missingForMove(to: string, facts: AgreementFacts): string[] {
  return NEEDS[to]?.(facts) ?? [];
}

/** The dates that moves give where they are not known yet. */
const DATED_BY_MOVES = {
  approved: 'approved',
  signed: 'signed',
  in_force: 'effective',
  expired: 'expiry',
  terminated: 'terminated',
} as const;

/** The date of signature of an agreement that is recorded as one that binds or has bound: that of its last signature. */
export function signedAsRecorded(
  { status, signed }: { readonly status?: string; readonly signed?: string | null },
  parties: readonly SignedParty[],
): string | null {
  const hasBound = (BOUND as readonly (string | undefined)[]).includes(status);
  return signed ?? (hasBound ? lastSignatureOf(parties) : null);
}

type MovedDates = {
  readonly [date in (typeof DATED_BY_MOVES)[keyof typeof DATED_BY_MOVES] | 'terminationReason']:
    string | null;
};

/**
 * The columns that a move sets: the date it is effective on, and why an agreement ends; what is known stays. An agreement is
 * signed when the last party signed, unless the move says otherwise.
 */
export function changesOfMove(
  known: MovedDates & Pick<AgreementFacts, 'lastSignature'>,
  { to, reason, effectiveOn }: { to: string; reason?: string | null; effectiveOn?: string | null },
): Partial<MovedDates> {
  const date = DATED_BY_MOVES[to as keyof typeof DATED_BY_MOVES];
  const day = effectiveOn || (to === 'signed' ? known.lastSignature : null);
  return {
    ...(date && day && !known[date] ? { [date]: day } : {}),
    ...(to === 'terminated' && reason && !known.terminationReason ? { terminationReason: reason } : {}),
  };
}

const IN_ORDER = [
  ['proposed', 'approved'],
  ['proposed', 'signed'],
  ['signed', 'expiry'],
  ['effective', 'expiry'],
  ['signed', 'terminated'],
] as const;

type DateField = (typeof IN_ORDER)[number][number];

/** What is wrong with dates that cannot follow each other; an agreement may take effect before it is signed. */
export function dateErrors(dates: { readonly [field in DateField]?: string | null }): FieldError[] {
  return IN_ORDER.filter(([first, second]) => !datesCanBe(dates[first] ?? null, dates[second] ?? null)).map(
    ([first, second]) => ({
      pointer: `/${second}`,
      detail: `The date in ${second}, ${dates[second]}, is before the one in ${first}, ${dates[first]}.`,
      code: 'dates-in-order',
    }),
  );
}

export const AGREEMENT_CONSTRAINTS: Constraints = {
  agreements_item_of_event: {
    code: 'unknown-item',
    detail: 'There is no agenda item with this id in the agenda of the event.',
    pointers: ['/signedAtItemId'],
  },
};
