import type { Type } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import { factsOfFields } from '#platform';
import { Kinds } from '#records';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { REFERENCES, REFERRED, type Wholes, recordWholes } from './references.js';

/** What is no record, and is never put away. */
const NO_RECORDS = ['actor', 'leg'];

describe('a reference to a record that was put away', () => {
  let office: Office;
  let within: Wholes;

  beforeAll(async () => {
    office = await openOffice();
    within = await recordWholes(office);
  });
  afterAll(() => office.close());

  it('is tried for every field that refers to a record', () => {
    const declared = office
      .provider(Kinds)
      .all()
      .flatMap(({ name, shapes }) =>
        shapes ? referringFields(shapes.create).map((at) => `${name} ${at}`) : [],
      );
    // Its dates are those of a delegation that the visit names already.
    const named = ['visit /delegationDates/0/delegationId'];
    const tried = REFERENCES.map(([kind, , pointer]) => `${kind} ${pointer}`);
    expect([...tried, ...named].toSorted()).toEqual(declared.toSorted());
  });

  it.each(REFERENCES)(
    'of a %s to a %s is refused where it is new, and told where it is not: %s',
    async (_, referred, pointer, path, body) => {
      const target = await REFERRED[referred]!(office, within);
      const referring = await office.record(path(within), body(target.id, within));
      const referable = { id: target.id, archived: false };
      expect(referencesTo(target, referring)).toEqual(referencesTo(target, referring).map(() => referable));
      expect(referencesTo(target, referring).length).toBeGreaterThan(0);

      await putAway(target);
      const { body: reread } = await office.get(`${referring.at}?archived=include`);
      const archived = { id: target.id, archived: true };
      expect(referencesTo(target, reread)).toEqual(referencesTo(target, reread).map(() => archived));
      expect(referencesTo(target, reread).length).toBeGreaterThan(0);

      const another = await REFERRED[referred]!(office, within);
      await putAway(another);
      const refused = await office.post(path(within), body(another.id, within));
      expect(problemOf(refused)).toEqual([
        409,
        'record.archived-reference',
        [[pointer, 'archived-reference']],
      ]);
      expect(refused.body.errors[0].detail).toContain(another.id);
      expect(refused.body.errors[0].detail).toContain('restore it first');

      await office.post(`${another.at}/restore`);
      const accepted = await office.post(path(within), body(another.id, within));
      expect([accepted.status, accepted.text]).toEqual([201, expect.any(String)]);
    },
  );

  /** Those that a patch may say as well: by themselves in the body, and of a record that is still in use then. */
  const PATCHED = REFERENCES.filter(
    ([kind, , pointer]) =>
      !/\/0\//.test(pointer) &&
      !['event link', 'agreement link', 'entry link', 'member', 'travel time', 'party', 'signatory'].includes(
        kind,
      ),
  );

  it.each(PATCHED)(
    'of a %s to a %s may stay in a patch, and not come with one: %s',
    async (kind, referred, pointer, path, body) => {
      const [target, another] = [
        await REFERRED[referred]!(office, within),
        await REFERRED[referred]!(office, within),
      ];
      const referring = await office.record(path(within), body(target.id, within));
      await putAway(target);
      await putAway(another);
      const [, field] = /^\/(\w+)/.exec(pointer)!;
      const patchWith = (id: string) => ({ [field!]: (body(id, within) as Record<string, unknown>)[field!] });

      const isAlongside = (await office.get(referring.at)).status === 404;
      const kept = await office.patch(referring.at, patchWith(target.id), { 'if-match': '*' });
      expect([kind, kept.status]).toEqual([kind, isAlongside ? 409 : 200]);
      if (isAlongside) return;
      const refused = await office.patch(referring.at, patchWith(another.id), { 'if-match': '*' });
      expect(problemOf(refused)).toEqual([
        409,
        'record.archived-reference',
        [[pointer, 'archived-reference']],
      ]);
    },
  );

  it('stays in a list that others are added to, moved and taken from', async () => {
    const topics = await Promise.all([0, 1, 2].map(() => REFERRED['topic']!(office, within)));
    const [first, second, third] = topics.map(({ id }: Recorded) => id);
    const visit = await office.record('/v1/visits', { names: named('Visit'), topicIds: [first, second] });
    await putAway(topics[0]);
    const patched = await office.patch(visit.at, { topicIds: [third, first] }, { 'if-match': '*' });
    expect(patched.body.topics.map(({ id, archived }: Recorded) => [id, archived])).toEqual([
      [third, undefined],
      [first, true],
    ]);
    await office.patch(visit.at, { topicIds: [third] }, { 'if-match': '*' });
    const again = await office.patch(visit.at, { topicIds: [third, first] }, { 'if-match': '*' });
    expect(problemOf(again)).toEqual([
      409,
      'record.archived-reference',
      [['/topicIds/1', 'archived-reference']],
    ]);
  });

  it('is named with all others of the request, and by name', async () => {
    const [person, delegation] = [
      await REFERRED['person']!(office, within),
      await REFERRED['delegation']!(office, within),
    ];
    await Promise.all([person, delegation].map(putAway));
    const participants = [{ personId: person.id, side: 'host', role: 'host' }];
    const refused = await office.post('/v1/visits', {
      names: named('Visit'),
      delegationIds: [delegation.id],
      participants,
    });
    expect(refused.body.errors.toSorted()).toEqual([
      {
        pointer: '/delegationIds/0',
        detail: `The delegation “Guiyang delegation” (${delegation.id}) is archived; restore it first.`,
        code: 'archived-reference',
      },
      {
        pointer: '/participants/0/personId',
        detail: `The person “Sun Zhiming” (${person.id}) is archived; restore it first.`,
        code: 'archived-reference',
      },
    ]);
  });

  it('is never made unseen, whoever comes first', async () => {
    const attempts = Array.from({ length: 24 }, async (_, index) => {
      const place = await REFERRED['place']!(office, within);
      const visit = { names: named(`Visit ${index}`), legs: [{ placeId: place.id }] };
      const [recorded, archived] = await Promise.all([
        office.post('/v1/visits', visit),
        office.delete(place.at, { 'if-match': '*' }),
      ]);
      const later = recorded.status === 201 ? await office.get(recorded.headers.location!) : recorded;
      return [recorded.status, archived.status, later.body.legs?.[0].place.archived ?? later.body.code];
    });
    const seen = await Promise.all(attempts);
    const possible = [
      [201, 204, true],
      [409, 204, 'record.archived-reference'],
    ];
    expect(seen.filter((one) => !possible.some((other) => other.join() === one.join()))).toEqual([]);
  });

  it('is never made unseen to what goes along with another record', async () => {
    const attempts = Array.from({ length: 16 }, async () => {
      const visit = await office.record('/v1/visits', { names: named('Visit'), agenda: [anAgendaItem()] });
      const outcome = anOutcome({ agendaItemId: visit.agenda[0].id });
      const [recorded, archived] = await Promise.all([
        office.post('/v1/outcomes', outcome),
        office.delete(visit.at, { 'if-match': '*' }),
      ]);
      const later = recorded.status === 201 ? await office.get(recorded.headers.location!) : recorded;
      return [archived.status, recorded.status, later.status].join();
    });
    const seen = await Promise.all(attempts);
    expect(seen.filter((one) => one !== '204,201,404' && one !== '204,409,409')).toEqual([]);
  });

  it('waits for nobody who changes what is referred to', async () => {
    const place = await REFERRED['place']!(office, within);
    const answers = await Promise.all([
      office.patch(place.at, { address: 'Via Coroglio 57' }, { 'if-match': '*' }),
      ...Array.from({ length: 5 }, () =>
        office.post('/v1/visits', { names: named('Visit'), placeId: place.id }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 201, 201, 201]);
  });

  async function putAway({ at }: Recorded): Promise<void> {
    expect((await office.delete(at, { 'if-match': '*' })).status).toBe(204);
  }
});

/** Where a body says which records it refers to. */
function referringFields(input: Type<object>, at = ''): string[] {
  return factsOfFields(input).flatMap(({ property, refersTo, object, item }) => {
    const pointer = `${at}/${property}`;
    if (object) return referringFields(object(), pointer);
    if (item) return referringFields(item(), `${pointer}/0`);
    if (!refersTo || NO_RECORDS.includes(refersTo)) return [];
    return [property.endsWith('Ids') ? `${pointer}/0` : pointer];
  });
}

/** The references to a record, wherever they are in an answer; the record itself is none. */
function referencesTo({ id }: Recorded, answer: unknown): { id: string; archived: boolean }[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { id: own, archived = false, archivedAt } = answer as Recorded;
  const inside = Object.values(answer).flatMap((value) => referencesTo({ id }, value));
  return own === id
    ? [{ id, archived: archivedAt === undefined ? archived : archivedAt !== null }, ...inside]
    : inside;
}

function problemOf({ status, body }: Answer): unknown[] {
  return [status, body.code, body.errors?.map(({ pointer, code }: Recorded) => [pointer, code])];
}
