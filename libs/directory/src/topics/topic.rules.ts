import { type Constraints, defineProblems } from '#refusals';

export const TOPIC_PROBLEMS = defineProblems({
  'topic.circle': ['conflict', 'The topic would be part of itself'],
});

export const TOPIC_CONSTRAINTS: Constraints = {
  topics_without_circle: {
    problem: TOPIC_PROBLEMS['topic.circle'],
    detail: 'The parent of a topic cannot be the topic itself, nor part of it.',
  },
};
