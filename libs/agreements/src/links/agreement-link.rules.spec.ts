import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { AGREEMENT_LINK_CONSTRAINTS } from './agreement-link.rules.js';

it('An agreement is linked to another once in each way, and never to itself', () => {
  expect(AGREEMENT_LINK_CONSTRAINTS).toEqual({
    agreement_links_once: {
      problem: explained({
        code: 'agreement.link-twice',
        kind: 'conflict',
        title: 'The agreements are already linked in this way',
      }),
      detail: 'There is already a link of this kind between the two agreements.',
    },
    agreement_links_without_circle: {
      problem: explained({
        code: 'agreement.link-circle',
        kind: 'conflict',
        title: 'The agreement would come before itself',
      }),
      detail:
        'A link leads to an earlier agreement, and this one leads back from there, directly or through others.',
    },
    agreement_links_not_itself: {
      problem: explained({
        code: 'agreement.link-to-itself',
        kind: 'conflict',
        title: 'An agreement cannot be linked to itself',
      }),
      detail: 'Choose another agreement to link to.',
    },
  });
});
