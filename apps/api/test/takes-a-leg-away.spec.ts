import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, aVisit, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

describe.each(['visits', 'forums'])('taking a leg away from one of the %s', (kind) => {
  let office: Office;
  let known: Known;
  let event: Recorded;
  let item: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    known = await recordKnown(office);
  });
  afterAll(() => office.close());

  async function recordEvent(): Promise<void> {
    const legs = [{ placeId: known.naples.id }, { placeId: known.rome.id }];
    event = await office.record(`/v1/${kind}`, aVisit({ legs }));
    item = await office.record(`${event.at}/agenda`, anAgendaItem({ legId: event.legs[1].id }));
  }

  const takeAway = (): Promise<Answer> => {
    const [{ id, place }] = event.legs;
    return office.patch(event.at, { legs: [{ id, placeId: place.id }] }, { 'if-match': '*' });
  };

  it('is refused while an item belongs to it, until that is moved to another leg', async () => {
    await recordEvent();
    const refused = await takeAway();
    expect([refused.status, refused.body.code]).toEqual([409, 'event.leg-in-use']);
    const moved = await office.patch(item.at, { legId: event.legs[0].id }, { 'if-match': '*' });
    expect(moved.status).toBe(200);
    expect((await takeAway()).body.legs.length).toBe(1);
  });

  it('is done where only items belong to it that were put away; they come back without it', async () => {
    await recordEvent();
    await office.delete(item.at, { 'if-match': '*' });
    const taken = await takeAway();
    expect([taken.status, taken.body.legs.map(({ place }: Recorded) => place.name)]).toEqual([
      200,
      ['Napoli'],
    ]);

    const restored = await office.post(`${item.at}/restore`);
    expect([restored.status, restored.body.leg, restored.body.version]).toEqual([200, null, 4]);
    const { body: history } = await office.get(`${item.at}/history`);
    const letGo = history.items.find(({ version }: Recorded) => version === 3);
    expect([letGo.by, letGo.fields]).toEqual([
      event.createdBy,
      [{ field: 'legId', old: event.legs[1].id, new: null }],
    ]);
  });

  it('is refused or done, and nothing else, while such an item is brought back', async () => {
    for (const _ of Array.from({ length: 6 })) {
      await recordEvent();
      await office.delete(item.at, { 'if-match': '*' });
      const [taken, restored] = await Promise.all([takeAway(), office.post(`${item.at}/restore`)]);
      const { body } = await office.get(item.at);
      expect([restored.status, taken.status, body.leg === null]).toEqual([
        200,
        body.leg === null ? 200 : 409,
        taken.status === 200,
      ]);
    }
  });
});
