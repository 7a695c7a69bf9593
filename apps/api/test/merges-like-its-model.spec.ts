import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, named } from '#directory/testing';
import fc from 'fast-check';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** Who of three people takes part in a visit in which roles, and is a member of a delegation. */
const ROLES = ['attendee', 'speaker', 'interpreter'];
const PEOPLE = [0, 1, 2];

const pairs = PEOPLE.flatMap((person) => ROLES.map((role) => [person, role] as const));

const world = fc.record({
  participations: fc.subarray(pairs),
  members: fc.subarray(PEOPLE),
  merges: fc.constantFrom(
    [[0, 1]],
    [[1, 0]],
    [
      [0, 1],
      [1, 2],
    ],
    [
      [0, 2],
      [1, 2],
    ],
  ) as fc.Arbitrary<[number, number][]>,
});

describe('merges', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  async function record({ participations, members }: { participations: typeof pairs; members: number[] }) {
    const people: Recorded[] = [];
    for (const person of PEOPLE)
      people.push(
        await office.record('/v1/people', aPerson({ names: named(`Person ${person}`), positions: [] })),
      );
    const participants = participations.map(([person, role]) => ({
      personId: people[person]!.id,
      side: 'guest',
      role,
    }));
    const visit = await office.record('/v1/visits', { names: named('Visit'), participants });
    const delegation = await office.record(
      '/v1/delegations',
      aDelegation({
        members: members.map((person) => aMember({ personId: people[person]!.id, placeholder: undefined })),
      }),
    );
    return { people, visit, delegation };
  }

  async function tell({ people, visit, delegation }: Awaited<ReturnType<typeof record>>) {
    const at = [`${visit.at}/participants`, `${delegation.at}/members`, ...people.map((person) => person.at)];
    const answers = await Promise.all(at.map((address) => office.get(address)));
    return answers.map(({ body }) => withoutStamps(body) as { items: Recorded[] });
  }

  it('lose no reference, double none, and are undone as if they had not been', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ participations, members, merges }) => {
        const known = await record({ participations, members });
        const before = await tell(known);
        const became = [...PEOPLE];
        const done: string[] = [];
        for (const [from, into] of merges) {
          const answer = await office.post(`${known.people[into]!.at}/merge`, {
            fromId: known.people[from]!.id,
          });
          expect(answer.status).toBe(200);
          done.unshift(`${known.people[into]!.at}/merges/${answer.body.id}/undo`);
          for (const person of PEOPLE) if (became[person] === from) became[person] = into;
        }
        const [present, present2] = await tell(known);
        const idOf = (person: number): string => known.people[became[person]!]!.id;
        const roles = present!.items.map(({ person, role }) => `${person.id} ${role}`);
        expect(roles.sort()).toEqual(
          distinct(participations.map(([person, role]) => `${idOf(person)} ${role}`)),
        );
        expect(present2!.items.map(({ person }) => person.id as string).sort()).toEqual(
          distinct(members.map(idOf)),
        );
        for (const undo of done) expect((await office.post(undo)).status).toBe(200);
        expect(await tell(known)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

const STAMPS = ['version', 'updatedAt', 'updatedBy', 'total'];

function withoutStamps(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, held: unknown) => (STAMPS.includes(key) ? undefined : held)));
}
