import { type Constraints, defineProblems } from '#refusals';

export const PARTY_PROBLEMS = defineProblems({
  'agreement.party-twice': ['conflict', 'The organization is already a party to the agreement'],
});

export const PARTY_CONSTRAINTS: Constraints = {
  agreement_parties_once: {
    problem: PARTY_PROBLEMS['agreement.party-twice'],
    detail: 'This organization is already a party; change that party instead of adding a second one.',
  },
};
