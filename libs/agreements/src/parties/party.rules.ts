import { type Constraints, defineProblems } from '#refusals';
import { type PartialDate, parsePartialDate } from '#vocabulary';

export const PARTY_PROBLEMS = defineProblems({
  'agreement.party-twice': ['conflict', 'The organization is already a party to the agreement'],
});

export const PARTY_CONSTRAINTS: Constraints = {
  agreement_parties_once: {
    problem: PARTY_PROBLEMS['agreement.party-twice'],
    detail: 'This organization is already a party; change that party instead of adding a second one.',
  },
};

/** A party with when those who sign for it did. */
export interface SignedParty {
  readonly signatories?: readonly { readonly signedOn?: PartialDate | null }[] | null;
}

/** When the last of the parties signed; null where one has not, or nobody knows when it did. SQL has the same rule. */
export function lastSignatureOf(parties: readonly SignedParty[]): PartialDate | null {
  const signatures = parties.map(({ signatories }) =>
    (signatories ?? []).flatMap(({ signedOn }) => (signedOn ? [signedOn] : [])),
  );
  if (signatures.some((ofParty) => ofParty.length === 0)) return null;
  return signatures.flat().toSorted(latestAndBestKnownFirst)[0] ?? null;
}

function latestAndBestKnownFirst(one: PartialDate, other: PartialDate): number {
  const [a, b] = [parsePartialDate(one)!, parsePartialDate(other)!];
  return Temporal.PlainDate.compare(b.latest, a.latest) || Temporal.PlainDate.compare(b.earliest, a.earliest);
}
