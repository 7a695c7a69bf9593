import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Office, openOffice } from './office.js';
import { answerOf, ask } from './questions/question.js';
import { QUESTIONS } from './questions/questions.js';
import { STORIES, importStories } from './stories/stories.js';

describe('answering fifty questions about the stories', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await importStories(office, ...STORIES);
  }, 120_000);

  afterAll(() => office.close());

  describe.each(STORIES)('of %s', (story) => {
    const language = story === 'guiyang-naples-rome' ? 'en' : 'it';

    it.each(QUESTIONS[story].map((question) => [question.asks, question] as const))(
      '%s',
      async (_asks, question) => {
        expect(await ask(office.reader, question, language)).toEqual(answerOf(question));
      },
    );
  });

  const all = STORIES.flatMap((story) => QUESTIONS[story]);

  it('starts from names, and needs at most two requests', () => {
    const ids = /[\da-f]{8}-[\da-f]{4}/;
    const others = all.filter(
      ({ requests: [[address], ...further] }) =>
        address.includes('{') || ids.test(address) || further.length > 1,
    );
    expect(others).toEqual([]);
  });

  it('answers all of them fully but those that no source answers', () => {
    const open = all.filter(({ missing }) => missing).map(({ asks, missing }) => [asks, missing]);
    expect([all.length, open]).toEqual([
      50,
      [
        [
          'Who speaks, in which order?',
          'No source tells who spoke in which order; their names are in the order of the text.',
        ],
        ['Who works on that?', 'No source names anybody who works on the pilot zone.'],
      ],
    ]);
  });
});
