import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aTopic, named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

describe('a change that names a version', () => {
  let office: Office;
  let topic: Recorded;

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    office.setTime('2026-11-22T09:00:00Z');
    topic = await office.record('/v1/topics', aTopic());
  });
  afterAll(() => office.close());

  const rename = (match: string) =>
    office.patch(topic.at, { names: named('Robotics') }, { 'if-match': match });

  it.each([
    ['weakened by a proxy', (tag: string) => `W/${tag}`],
    ['marked by a proxy that compresses', (tag: string) => tag.replace(/"$/, '-gzip"')],
    ['weakened and marked', (tag: string) => `W/${tag.replace(/"$/, ';br"')}`],
    ['one of a list', (tag: string) => `"7-abc", ${tag}`],
    ['one of a list with gaps', (tag: string) => `,  ,"other" ,${tag},`],
    ['one of any', () => ' * '],
  ])('is made where its tag is %s', async (_, spelled) => {
    const { status, body } = await rename(spelled(topic.tag));
    expect([status, body.version]).toEqual([200, 2]);
  });

  it.each(['1-abc', '"1-abc', '1', '', ' ', ',', 'W/1-abc', 'w/"1-abc"', '"1-a" "1-b"', '*, "1-a"', '"a b"'])(
    'is refused where that is no entity tag, and shown the present one: %j',
    async (match) => {
      const { status, body } = await rename(match);
      expect([status, body.code, body.currentTag]).toEqual([400, 'record.unreadable-version', topic.tag]);
      expect(body.detail).toContain(topic.tag);
    },
  );

  it.each(['"7-abc"', 'W/"7-abc"', '"abc"', '""', '"1"', '"7-a", "8-b"', '"01-abc"'])(
    'is refused where there is another by now, and told who made it and when: %s',
    async (match) => {
      office.setTime('2026-11-22T10:30:00Z');
      const { body: changed, headers } = await rename('*');
      const refused = await rename(match);
      expect([refused.status, refused.body]).toEqual([
        412,
        expect.objectContaining({
          code: 'record.stale',
          changedBy: changed.updatedBy,
          changedAt: '2026-11-22T10:30:00.000Z',
          currentTag: headers.etag,
          detail: `This topic was changed by Office at 2026-11-22T10:30:00.000Z; read it again and repeat your change. Its entity tag is ${headers.etag}.`,
        }),
      ]);
    },
  );

  it('says so whatever it would have done', async () => {
    const visit = await office.record('/v1/visits', aVisit());
    const outcome = await office.record('/v1/outcomes', anOutcome({ eventId: visit.id }));
    // It names the outcome now.
    const { tag } = await office.reread(visit);
    const stale = { 'if-match': '"7-abc"' };
    const answers = [
      await office.delete(visit.at, stale),
      await office.post(`${visit.at}/restore`, {}, stale),
      await office.post(`${visit.at}/transitions`, { to: 'planned' }, stale),
      await office.patch(visit.at, {}, stale),
      await office.post(`${outcome.at}/follow-up`, {}, stale),
    ];
    expect(answers.map(({ status, body }) => [status, body.currentTag])).toEqual([
      ...[1, 2, 3, 4].map(() => [412, tag]),
      [412, outcome.tag],
    ]);
  });

  it('is shown the version of what was put away', async () => {
    await office.delete(topic.at, { 'if-match': topic.tag });
    const { body } = await office.post(`${topic.at}/restore`, {}, { 'if-match': topic.tag });
    const { headers } = await office.get(`${topic.at}?archived=include`);
    expect([body.code, body.currentTag]).toEqual(['record.stale', headers.etag]);
  });
});
