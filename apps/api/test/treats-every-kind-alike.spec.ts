import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aFigure, aRelationship, anEntry } from '#briefings/testing';
import { aDelegation, aMember } from '#delegations/testing';
import {
  aPerson,
  aPlace,
  aTopic,
  anOrganization,
  cittaDellaScienza,
  named,
  naples,
} from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { aParticipation } from '#participants/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** Makes a body; it may need other records. */
type Body = (office: Office, wholes: Readonly<Record<string, Recorded>>) => object | Promise<object>;

/** What other records are part of, or lead to; each may name those before it. */
const WHOLES: readonly (readonly [path: string, body: Body])[] = [
  ['/v1/places', () => aPlace()],
  ['/v1/organizations', () => anOrganization()],
  ['/v1/people', () => aPerson()],
  ['/v1/delegations', () => aDelegation()],
  ['/v1/visits', () => ({ names: named('Visit to Naples') })],
  ['/v1/forums', () => ({ names: named('Zhongguancun Forum') })],
  ['/v1/sources', () => aSource()],
  ['/v1/entries', (_, to) => anEntry({ placeId: to['/v1/places'].id })],
  ['/v1/agreements', (_, to) => anAgreement({ parties: [{ organizationId: to['/v1/organizations'].id }] })],
];

/** Every kind of record: its address in the OpenAPI document, what is recorded, and a change that the answer shows. */
const KINDS: readonly (readonly [path: string, body: Body, change: object])[] = [
  ['/v1/places', () => aPlace(), { address: 'Via Coroglio 57' }],
  ['/v1/topics', () => aTopic(), { names: [...named('Big data'), ...named('大数据', 'zh-Hans')] }],
  ['/v1/organizations', () => anOrganization(), { kind: 'company' }],
  [
    '/v1/organizations/{organizationId}/relations',
    (_, to) => ({ kind: 'present_in', toPlaceId: to['/v1/places'].id }),
    { since: '2016-05' },
  ],
  ['/v1/people', () => aPerson(), { familyName: 'Chen' }],
  [
    '/v1/people/{personId}/positions',
    (_, to) => ({ organizationId: to['/v1/organizations'].id, title: { en: 'Rector' } }),
    { title: { en: 'Dean' } },
  ],
  ['/v1/delegations', () => aDelegation(), { kind: 'business' }],
  ['/v1/delegations/{delegationId}/members', () => aMember(), { role: 'member' }],
  [
    '/v1/visits/{eventId}/links',
    (_, to) => ({ kind: 'replaces', toId: to['/v1/forums'].id }),
    { kind: 'follows' },
  ],
  [
    '/v1/forums/{eventId}/links',
    async (office) => ({
      kind: 'replaces',
      toId: (await office.record('/v1/visits', { names: named('Visit to Rome') })).id,
    }),
    { kind: 'follows' },
  ],
  ['/v1/visits/{eventId}/agenda', () => anAgendaItem(), { kind: 'tour' }],
  ['/v1/forums/{eventId}/agenda', () => anAgendaItem(), { kind: 'tour' }],
  ['/v1/visits/{eventId}/participants', () => aParticipation(), { role: 'speaker' }],
  ['/v1/forums/{eventId}/participants', () => aParticipation(), { role: 'speaker' }],
  [
    '/v1/travel-times',
    async (office, from) => {
      const { id: toPlaceId } = await office.record('/v1/places', naples());
      return { fromPlaceId: from['/v1/places'].id, toPlaceId, minutes: 660 };
    },
    { minutes: 720 },
  ],
  ['/v1/visits', () => ({ names: named('Visit to Guiyang') }), { category: 'working' }],
  ['/v1/forum-series', () => ({ names: named('Innovation Week') }), { frequency: 'annual' }],
  ['/v1/forums', () => ({ names: named('Innovation Week 2017') }), { format: 'week' }],
  ['/v1/agreements', () => anAgreement(), { kind: 'mou' }],
  [
    '/v1/agreements/{agreementId}/parties',
    async (office) => ({
      organizationId: (await office.record('/v1/organizations', cittaDellaScienza())).id,
    }),
    { side: 'Italy' },
  ],
  [
    '/v1/agreements/{agreementId}/signatories',
    (_, to) => ({ partyId: to['/v1/agreements'].parties[0].id, planned: '2017-11' }),
    { method: 'in person' },
  ],
  ['/v1/agreements/{agreementId}/obligations', () => ({ text: { en: 'send students' } }), { due: '2027-10' }],
  [
    '/v1/agreements/{agreementId}/links',
    async (office) => ({ kind: 'renews', toId: (await office.record('/v1/agreements', anAgreement())).id }),
    { kind: 'replaces' },
  ],
  ['/v1/outcomes', (_, of) => anOutcome({ eventId: of['/v1/visits'].id }), { kind: 'award' }],
  ['/v1/follow-ups', (_, of) => aFollowUp({ eventId: of['/v1/visits'].id }), { kind: 'report' }],
  [
    '/v1/standing-follow-ups',
    () => ({ title: { en: 'Report' }, kind: 'report', dueAfter: 'P21D' }),
    { dueAfter: 'P1M' },
  ],
  ['/v1/sources', () => aSource(), { publisher: 'Città della Scienza' }],
  [
    '/v1/citations',
    (_, to) => ({ recordId: to['/v1/visits'].id, sourceId: to['/v1/sources'].id }),
    { verification: 'verified' },
  ],
  [
    '/v1/relationships',
    async (office, from) => {
      const { id: toPlaceId } = await office.record('/v1/places', naples());
      return aRelationship({ fromPlaceId: from['/v1/places'].id, toPlaceId });
    },
    { trend: 'growing' },
  ],
  ['/v1/entries', (_, of) => anEntry({ placeId: of['/v1/places'].id }), { level: 'municipal' }],
  [
    '/v1/entries/{entryId}/links',
    async (office, to) => {
      const { id: toId } = await office.record('/v1/entries', anEntry({ placeId: to['/v1/places'].id }));
      return { kind: 'based_on', toId };
    },
    { kind: 'leverages' },
  ],
  ['/v1/figures', (_, of) => aFigure(of['/v1/entries'].id), { due: '2028' }],
];

describe('a record of any kind', () => {
  let office: Office;
  const wholes: Record<string, Recorded> = {};

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    for (const [path, body] of WHOLES) wholes[path] = await office.record(path, await body(office, wholes));
  });
  afterAll(() => office.close());

  /** Records one within a whole of its own. */
  async function recordWithin(path: string, body: Body) {
    const wholePath = path.slice(0, path.indexOf('/{'));
    const own = WHOLES.find(([whole]) => whole === wholePath)!;
    const whole = await office.record(wholePath, await own[1](office, wholes));
    const list = path.replace(/^(.+?)\/\{\w+\}/, () => whole.at);
    const record = await office.record(list, await body(office, { ...wholes, [wholePath]: whole }));
    return { whole, list, record };
  }

  it('is of one of the kinds that the OpenAPI document names', async () => {
    const answer = await fetch(`${office.url}/openapi.json`);
    const { paths } = (await answer.json()) as { paths: object };
    const restored = Object.keys(paths).filter((path) => path.endsWith('/restore'));
    expect(restored.map((path) => path.replace(/\/\{\w+\}\/restore$/, '')).sort()).toEqual(
      KINDS.map(([path]) => path).sort(),
    );
  });

  it.each(KINDS)(
    'is recorded with notes, listed, changed, put away and brought back, and told as a change each time: %s',
    async (path, body, change) => {
      const list = path.replace(/^(.+?)\/\{\w+\}/, (_, whole: string) => wholes[whole].at);
      const isListed = async () => {
        const { body } = await office.get(`${list}?limit=200`);
        return body.items.some(({ id }: Recorded) => id === recorded.id);
      };

      const since = (await office.get('/v1/changes?since=now')).body.nextCursor;
      const notes = { en: 'for colleagues' };
      const {
        tag,
        at,
        similar: _,
        ...recorded
      } = await office.record(list, { ...(await body(office, wholes)), notes });
      expect(recorded.notes).toEqual(notes);
      expect([(await office.get(at)).body, await isListed()]).toEqual([recorded, true]);

      const said = { it: 'per i colleghi' };
      const changed = { ...recorded, ...change, notes: { ...notes, ...said }, version: 2 };
      const answer = await office.patch(at, { ...change, notes: said }, { 'if-match': tag });
      expect([answer.status, answer.body]).toEqual([200, changed]);

      const { body: history } = await office.get(`${at}/history?limit=1`);
      expect(history.items[0].fields.map(({ field }: Recorded) => field)).toContain('notes');

      const archived = await office.delete(at, { 'if-match': answer.headers.etag! });
      expect([archived.status, (await office.get(at)).status, await isListed()]).toEqual([204, 404, false]);

      const restored = await office.post(`${at}/restore`);
      expect([restored.status, restored.body]).toEqual([200, { ...changed, version: 4 }]);
      expect([(await office.get(at)).body, await isListed()]).toEqual([restored.body, true]);

      const { items } = (await office.get(`/v1/changes?since=${since}`)).body;
      const told = items.filter(({ address }: Recorded) => address === at);
      expect(told.map((one: Recorded) => [one.version, one.change])).toEqual([
        [1, 'created'],
        [2, 'changed'],
        [3, 'archived'],
        [4, 'restored'],
      ]);
    },
  );

  it.each(KINDS.filter(([path]) => path.includes('{')))(
    'is found only with what was put away, where its whole was, and stays as it is there: %s',
    async (path, body, change) => {
      const {
        whole,
        list,
        record: { at },
      } = await recordWithin(path, body);
      await office.delete(whole.at, { 'if-match': '*' });

      const reads = [list, at].flatMap((address) => [address, `${address}?archived=include`]);
      const found = await Promise.all(reads.map((address) => office.get(address)));
      expect(found.map(({ status }) => status)).toEqual([404, 200, 404, 200]);
      const writes = [
        await office.patch(at, change, { 'if-match': '*' }),
        await office.post(`${at}/restore`),
        await office.delete(at, { 'if-match': '*' }),
      ];
      expect(writes.map(({ status, body }) => [status, body.code])).toEqual(
        writes.map(() => [409, 'record.archived']),
      );
    },
  );

  it.each(KINDS.filter(([path]) => path !== '/v1/citations'))(
    'is cited, tells what sources dispute of it, and takes its citations along: %s',
    async (path, body, change) => {
      const list = path.replace(/^(.+?)\/\{\w+\}/, (_, whole: string) => wholes[whole].at);
      const { id, at } = await office.record(list, await body(office, wholes));
      const [field, value] = Object.entries(change)[0]!;
      const said = { sourceId: wholes['/v1/sources'].id, field, value };
      const isFound = async (verification: string) => {
        const { body } = await office.get(`${list}?limit=200&verification=${verification}`);
        return body.items.some((found: Recorded) => found.id === id);
      };

      const citation = await office.record(`${at}/citations`, { ...said, verification: 'corroborated' });
      expect([citation.record.id, citation.field, citation.value]).toEqual([id, field, value]);
      expect(citation.record.name).toEqual(expect.any(String));
      const other = { ...said, value: 'something else' };
      await office.record('/v1/citations', { ...other, recordId: id });
      const { body: told } = await office.get(`${at}/citations`);
      const [dispute] = told.disputed;
      const values = dispute.values.map((one: Recorded) => one.value).slice(-2);
      expect([told.items[0].id, dispute.field, values]).toEqual([citation.id, field, [value, other.value]]);
      expect((await office.get(at)).body.disputed).toEqual(told.disputed);
      expect(await Promise.all(['corroborated', 'disputed', 'verified'].map(isFound))).toEqual([
        true,
        true,
        false,
      ]);

      const answer = await office.delete(at, { 'if-match': '*' });
      expect(answer.headers['x-corteo-took-along']).toContain('citations=2');
      const refused = [
        await office.post(`${at}/citations`, said),
        await office.post('/v1/citations', { ...said, recordId: id }),
        await office.post(`${citation.at}/restore`),
      ];
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
        [409, 'record.archived'],
        [409, 'record.archived-reference'],
        [409, 'record.archived'],
      ]);
      expect((await office.get(citation.at)).status).toBe(404);
      await office.post(`${at}/restore`);
      expect((await office.get(citation.at)).status).toBe(200);
    },
  );

  it.each(KINDS.filter(([path]) => path !== '/v1/citations'))(
    'is changed, and what a source said of it stays what that said: %s',
    async (path, body, change) => {
      const { record: recorded } = path.includes('{')
        ? await recordWithin(path, body)
        : { record: await office.record(path, await body(office, wholes)) };
      const [field, value] = Object.entries(change)[0]!;
      await office.change(recorded, { [field]: value });
      const cite = (said: object) =>
        office.record(`${recorded.at}/citations`, { sourceId: wholes['/v1/sources'].id, field, ...said });
      const citations = [await cite({}), await cite({ value: 'its own' }), await cite({ field: 'notes' })];

      const patch = { [field]: recorded[field] ?? null, notes: { en: 'changed' } };
      expect((await office.patch(recorded.at, patch, { 'if-match': '*' })).status).toBe(200);
      const said = await Promise.all(citations.map(async ({ at }) => (await office.get(at)).body));
      expect(said.map((one) => [one.value, one.version])).toEqual([
        [value, 2],
        ['its own', 1],
        [null, 1],
      ]);
    },
  );

  it('is cited at its own address', async () => {
    const answer = await fetch(`${office.url}/openapi.json`);
    const { paths } = (await answer.json()) as { paths: object };
    const cited = Object.keys(paths).filter((path) => path.endsWith('/{id}/citations'));
    const others = KINDS.map(([path]) => path).filter((path) => path !== '/v1/citations');
    expect(cited.map((path) => path.replace('/{id}/citations', '')).sort()).toEqual(others.sort());
  });
});
