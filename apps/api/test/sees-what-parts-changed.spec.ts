import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { anEntry } from '#briefings/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, aPlace, anOrganization, named } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import { Kinds } from '#records';
import type { Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

type Bodies = readonly [
  whole: string,
  body: () => object,
  parts: Readonly<Record<string, (of: Recorded) => object>>,
];

describe('a list of what changed since an instant', () => {
  let office: Office;
  let organization: Recorded;
  let place: Recorded;
  let other: Recorded;
  let renewed: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    organization = await office.record('/v1/organizations', anOrganization());
    place = await office.record('/v1/places', aPlace());
    other = await office.record('/v1/visits', aVisit());
    renewed = await office.record('/v1/agreements', anAgreement());
  });
  afterAll(() => office.close());

  const WHOLES: readonly Bodies[] = [
    ...['visits', 'forums'].map((path): Bodies => [
      path,
      () => ({ names: named('Innovation Week') }),
      {
        agenda: () => anAgendaItem(),
        participants: () => aParticipation(),
        links: () => ({ kind: 'follows', toId: other.id }),
      },
    ]),
    ['delegations', () => aDelegation(), { members: () => aMember() }],
    [
      'agreements',
      () => anAgreement({ parties: [{ organizationId: organization.id }] }),
      {
        parties: () => ({ organizationId: place.organization }),
        signatories: ({ parties }) => ({ partyId: parties[0].id, planned: '2027' }),
        obligations: () => ({ text: { en: 'send students' } }),
        links: () => ({ kind: 'renews', toId: renewed.id }),
      },
    ],
    [
      'entries',
      () => anEntry({ placeId: place.id }),
      { links: () => ({ kind: 'based_on', toId: place.entry }) },
    ],
    [
      'people',
      () => aPerson(),
      { positions: () => ({ organizationId: organization.id, title: { en: 'Rector' } }) },
    ],
    [
      'organizations',
      () => anOrganization(),
      { relations: () => ({ kind: 'present_in', toPlaceId: place.id }) },
    ],
  ];

  it('is told of every kind that is within another', () => {
    const within = office
      .provider(Kinds)
      .all()
      .filter(({ within: whole }) => whole);
    const walked = new Set(WHOLES.flatMap(([, , parts]) => Object.keys(parts)));
    expect([...walked].toSorted()).toEqual(
      [...new Set(within.map(({ address }) => address.split('/').at(-1)!))].toSorted(),
    );
  });

  it('holds what has a part that was recorded, changed, moved, put away or brought back', async () => {
    place.entry = (await office.record('/v1/entries', anEntry({ placeId: place.id }))).id;
    place.organization = (
      await office.record('/v1/organizations', anOrganization({ names: named('CSAA') }))
    ).id;
    let minute = 0;
    for (const [path, body, parts] of WHOLES) {
      const whole = await office.record(`/v1/${path}`, body());
      for (const [segment, part] of Object.entries(parts)) {
        const listedAfter = async (act: () => Promise<unknown>): Promise<unknown> => {
          minute += 1;
          const at = `2026-11-23T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
          office.setTime(at);
          await act();
          const lists = ['visits', 'forums'].includes(path) ? [path, 'events'] : [path];
          const pages = await Promise.all(
            lists.map((list) => office.get(`/v1/${list}?count=true&updatedSince=${at}`)),
          );
          return pages.map(({ body: { items, total } }) => [items.map(({ id }: Recorded) => id), total]);
        };
        const expected = ['visits', 'forums'].includes(path)
          ? [
              [[whole.id], 1],
              [[whole.id], 1],
            ]
          : [[[whole.id], 1]];
        let recorded: Recorded;
        const acts = [
          async () => (recorded = await office.record(`${whole.at}/${segment}`, part(whole))),
          () => office.delete(recorded.at, { 'if-match': '*' }),
          () => office.post(`${recorded.at}/restore`),
        ];
        for (const act of acts) expect([segment, await listedAfter(act)]).toEqual([segment, expected]);
        expect([segment, await listedAfter(async () => {})]).toEqual([segment, expected.map(() => [[], 0])]);
      }
    }
  });

  it('holds it once, whatever else is asked for, and leaves its version', async () => {
    office.setTime('2026-11-24T09:00:00Z');
    const visit = await office.record('/v1/visits', aVisit({ placeId: place.id }));
    const { headers } = await office.get(visit.at);
    office.setTime('2026-11-25T09:00:00Z');
    for (const _ of [1, 2, 3]) await office.record(`${visit.at}/agenda`, anAgendaItem());
    for (const query of [
      `place=${place.id}`,
      'q=guiyang',
      'sort=-updated',
      'status=requested&archived=include',
    ]) {
      const { body } = await office.get(`/v1/visits?updatedSince=2026-11-25T09:00:00Z&${query}`);
      expect([query, body.items.map(({ id }: Recorded) => id)]).toEqual([query, [visit.id]]);
    }
    const after = await office.get(visit.at);
    expect([after.body.version, after.headers.etag?.[1]]).toEqual([1, headers.etag?.[1]]);
  });
});
