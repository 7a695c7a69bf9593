import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AGREEMENT_LINK_KINDS, anAgreement } from '#agreements/testing';
import { ENTRY_LINK_KINDS, anEntry } from '#briefings/testing';
import { RELATION_KINDS, aPlace, anOrganization, named } from '#directory/testing';
import { EVENT_LINK_KINDS } from '#events/testing';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** What leads from one record to another: the list of the records, of the links, and the field of the other one. */
const LINKED = {
  agreement: ['/v1/agreements', 'links', 'toId', () => anAgreement()],
  visit: ['/v1/visits', 'links', 'toId', () => ({ names: named('Visit to Naples') })],
  forum: ['/v1/forums', 'links', 'toId', () => ({ names: named('Zhongguancun Forum') })],
  entry: ['/v1/entries', 'links', 'toId', () => anEntry()],
  organization: ['/v1/organizations', 'relations', 'toOrganizationId', () => anOrganization()],
} as const;

type Linked = keyof typeof LINKED;

/** Both sides of these are alike, or lead to places: nothing stands above anything. */
const MUTUAL: readonly string[] = [
  'coincides_with',
  'partner_of',
  'present_in',
  'aligned_with',
  'differs_from',
];

const KINDS: readonly (readonly [Linked, string])[] = [
  ...AGREEMENT_LINK_KINDS.map((kind) => ['agreement', kind] as const),
  ...EVENT_LINK_KINDS.flatMap((kind) => [['visit', kind] as const, ['forum', kind] as const]),
  ...ENTRY_LINK_KINDS.map((kind) => ['entry', kind] as const),
  ...RELATION_KINDS.map((kind) => ['organization', kind] as const),
];
const DIRECTED = KINDS.filter(([, kind]) => !MUTUAL.includes(kind));

describe('what leads from one record to another', () => {
  let office: Office;
  let place: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    place = await office.record('/v1/places', aPlace());
  });
  afterAll(() => office.close());

  const record = (what: Linked): Promise<Recorded> =>
    office.record(LINKED[what][0], {
      ...LINKED[what][3](),
      ...(what === 'entry' ? { placeId: place.id } : {}),
    });
  const three = (what: Linked) => Promise.all([record(what), record(what), record(what)]);
  const link = (what: Linked, from: Recorded, to: Recorded, kind: string, more = {}): Promise<Answer> =>
    office.post(`${from.at}/${LINKED[what][1]}`, { kind, [LINKED[what][2]]: to.id, ...more });
  const at = (what: Linked, from: Recorded, { body }: Answer): string =>
    `${from.at}/${LINKED[what][1]}/${body.id}`;

  it.each(DIRECTED)('never leads in a circle: %s, %s', async (what, kind) => {
    const [a, b, c] = await three(what);
    const first = await link(what, a, b, kind);
    const answers = [
      await link(what, b, a, kind),
      await link(what, b, c, kind),
      await link(what, c, a, kind),
    ];
    const code = what === 'organization' ? 'organization.relation-circle' : `${answers[0]!.body.code}`;
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, code],
      [201, undefined],
      [409, code],
    ]);
    expect(code).toMatch(/-circle$/);

    // What is put away is in nobody's way, and does not come back once it would be.
    await office.delete(at(what, a, first), { 'if-match': '*' });
    expect((await link(what, c, a, kind)).status).toBe(201);
    expect((await office.post(`${at(what, a, first)}/restore`)).body.code).toBe(code);
  });

  it.each(DIRECTED)('closes no circle from both ends at once: %s, %s', async (what, kind) => {
    const [a, b] = await three(what);
    const answers = await Promise.all([link(what, a, b, kind), link(what, b, a, kind)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each(KINDS.filter(([, kind]) => MUTUAL.includes(kind) && kind !== 'present_in'))(
    'may be mutual: %s, %s',
    async (what, kind) => {
      const [a, b] = await three(what);
      const answers = [await link(what, a, b, kind), await link(what, b, a, kind)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    },
  );

  it.each([
    ['agreement', 'renews', 'replaces'],
    ['agreement', 'amends', 'preceded_by'],
    ['visit', 'follows', 'replaces'],
  ] as const)(
    'makes one order of kinds that all lead back in time: of an %s, %s and %s',
    async (what, one, other) => {
      const [a, b] = await three(what);
      await link(what, a, b, one);
      expect((await link(what, b, a, other)).status).toBe(409);
    },
  );

  it('prepares for a visit that follows it, and changes to no kind that closes a circle', async () => {
    const [a, b] = await three('visit');
    await link('visit', a, b, 'in_preparation_for');
    const back = await link('visit', b, a, 'follows');
    expect(back.status).toBe(201);
    const patched = await office.patch(
      at('visit', b, back),
      { kind: 'in_preparation_for' },
      { 'if-match': '*' },
    );
    expect(patched.body.code).toBe('event.link-circle');
  });

  it('may turn round over time: who was owned owns later', async () => {
    const [a, b, c] = await three('organization');
    await link('organization', a, b, 'subsidiary_of', { since: '1990', until: '2009-08' });
    const turned = await link('organization', b, a, 'subsidiary_of', { since: '2009-08-31' });
    const sooner = { since: '2008' };
    const patched = await office.patch(at('organization', b, turned), sooner, { 'if-match': '*' });
    expect([turned.status, patched.body.code]).toEqual([201, 'organization.relation-circle']);
    await link('organization', a, c, 'operates', { since: '2020' });
    expect((await link('organization', c, a, 'operates', { until: '2019' })).status).toBe(201);
  });
});
