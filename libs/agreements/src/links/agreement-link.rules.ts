import { type Constraints, defineProblems } from '#refusals';

export const AGREEMENT_LINK_PROBLEMS = defineProblems({
  'agreement.link-twice': ['conflict', 'The agreements are already linked in this way'],
  'agreement.link-circle': ['conflict', 'The agreement would come before itself'],
  'agreement.link-to-itself': ['conflict', 'An agreement cannot be linked to itself'],
});

export const AGREEMENT_LINK_CONSTRAINTS: Constraints = {
  agreement_links_once: {
    problem: AGREEMENT_LINK_PROBLEMS['agreement.link-twice'],
    detail: 'There is already a link of this kind between the two agreements.',
  },
  agreement_links_without_circle: {
    problem: AGREEMENT_LINK_PROBLEMS['agreement.link-circle'],
    detail:
      'A link leads to an earlier agreement, and this one leads back from there, directly or through others.',
  },
  agreement_links_not_itself: {
    problem: AGREEMENT_LINK_PROBLEMS['agreement.link-to-itself'],
    detail: 'Choose another agreement to link to.',
  },
};
