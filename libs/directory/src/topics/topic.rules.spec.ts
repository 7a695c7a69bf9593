import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { TOPIC_CONSTRAINTS } from './topic.rules.js';

it('A topic is never part of itself', () => {
  expect(TOPIC_CONSTRAINTS).toEqual({
    topics_without_circle: {
      problem: explained({
        code: 'topic.circle',
        kind: 'conflict',
        title: 'The topic would be part of itself',
      }),
      detail: 'The parent of a topic cannot be the topic itself, nor part of it.',
    },
  });
});
