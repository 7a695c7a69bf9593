import { defineProblems, translateConstraints } from '#platform';

defineProblems({
  'topic.circle': ['conflict', 'The topic would be part of itself'],
});

translateConstraints({
  topics_without_circle: [
    'topic.circle',
    'The parent of a topic cannot be the topic itself, nor part of it.',
  ],
});
