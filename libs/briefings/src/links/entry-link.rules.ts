import { type Constraints, defineProblems } from '#refusals';

export const ENTRY_LINK_KINDS = [
  'part_of',
  'based_on',
  'aligned_with',
  'leverages',
  'example_of',
  'differs_from',
  'succeeds',
] as const;
export type EntryLinkKind = (typeof ENTRY_LINK_KINDS)[number];

export const ENTRY_LINK_PROBLEMS = defineProblems({
  'entry.link-twice': ['conflict', 'The entries are already linked in this way'],
  'entry.link-circle': ['conflict', 'The entry would stand on itself'],
  'entry.link-to-itself': ['conflict', 'An entry cannot be linked to itself'],
});

export const ENTRY_LINK_CONSTRAINTS: Constraints = {
  entry_links_once: {
    problem: ENTRY_LINK_PROBLEMS['entry.link-twice'],
    detail: 'There is already a link of this kind between the two entries.',
  },
  entry_links_without_circle: {
    problem: ENTRY_LINK_PROBLEMS['entry.link-circle'],
    detail: 'Links of this kind already lead back from that entry to this one, directly or through others.',
  },
  entry_links_not_itself: {
    problem: ENTRY_LINK_PROBLEMS['entry.link-to-itself'],
    detail: 'Choose another entry to link to.',
  },
};
