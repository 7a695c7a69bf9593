import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFigure, anEntry } from '#briefings/testing';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { REFERENCES, REFERRED, type Wholes, recordWholes } from './references.js';

const MERGED = ['person', 'organization', 'place', 'topic'];

/** Of two records there is one of these, whichever comes first. */
const OF_PAIRS = ['travel time', 'relationship'];

/** What names a record of any kind: where, and with which body. */
type Loose = readonly [path: string, pointer: string, body: object];

/** What a calendar may be about. */
const OF_CALENDARS = ['person', 'place'];

const STAMPS = ['version', 'updatedAt', 'updatedBy'];

describe('a record that others refer to by every field there is', () => {
  let office: Office;
  let wholes: Wholes;

  beforeAll(async () => {
    office = await openOffice();
    wholes = await recordWholes(office);
  });
  afterAll(() => office.close());

  async function withOthers(): Promise<Wholes> {
    const place = await REFERRED['place']!(office, wholes);
    return { ...wholes, place, organization: await REFERRED['organization']!(office, wholes) };
  }

  async function tell(records: readonly Recorded[]): Promise<string[]> {
    const answers = await Promise.all(records.map(({ at }) => office.get(at)));
    return answers.map(({ body }) =>
      JSON.stringify(body, (key, held: unknown) => (STAMPS.includes(key) ? null : held)),
    );
  }

  it.each(MERGED)('is merged with nothing left that refers to it, and comes back: %s', async (kind) => {
    const [from, kept] = [await REFERRED[kind]!(office, wholes), await REFERRED[kind]!(office, wholes)];
    const referring: Recorded[] = [];
    for (const [of, referred, , path, body] of REFERENCES) {
      if (referred !== kind) continue;
      const within = OF_PAIRS.includes(of) ? await withOthers() : wholes;
      referring.push(await office.record(path(within), body(from.id, within)));
    }
    const before = await tell(referring);
    expect(before.filter((text) => text.includes(from.id)).length).toBe(referring.length);

    const merged = await office.post(`${kept.at}/merge`, { fromId: from.id });
    expect(merged.status).toBe(200);
    expect(await tell(referring)).toEqual(before.map((text) => text.replaceAll(from.id, kept.id)));

    const undone = await office.post(`${kept.at}/merges/${merged.body.id}/undo`);
    expect(undone.status).toBe(200);
    expect(await tell(referring)).toEqual(before);
  });

  it.each(MERGED)(
    'is named by nobody anew once it is merged, who is told what it became: %s',
    async (kind) => {
      const [from, kept] = [await REFERRED[kind]!(office, wholes), await REFERRED[kind]!(office, wholes)];
      await office.post(`${kept.at}/merge`, { fromId: from.id });
      const [, , pointer, path, body] = REFERENCES.find(([, referred]) => referred === kind)!;
      const refused = await office.post(path(wholes), body(from.id, wholes));
      expect([refused.status, refused.body.errors]).toEqual([
        400,
        [
          {
            pointer,
            detail: `The ${kind} ${from.id} was merged into ${kept.id}; name that one.`,
            code: 'merged-reference',
          },
        ],
      ]);
    },
  );

  it.each(MERGED)(
    'is named by nobody anew where a record of any kind is, who is told the same: %s',
    async (kind) => {
      const [from, kept] = [await REFERRED[kind]!(office, wholes), await REFERRED[kind]!(office, wholes)];
      await office.post(`${kept.at}/merge`, { fromId: from.id });
      const recordId = from.id as string;
      const { id: sourceId } = await office.record('/v1/sources', aSource());
      const link = {
        subject: { kind, id: recordId },
        audience: 'internal',
        languages: ['en'],
        label: 'Mine',
      };
      const loose: Loose[] = [
        ['/v1/figures', '/recordId', aFigure(recordId)],
        ['/v1/entries', '/recordId', anEntry({ placeId: wholes.place.id, recordId })],
        ['/v1/citations', '/recordId', { sourceId, recordId }],
      ];
      if (OF_CALENDARS.includes(kind)) loose.push(['/v1/calendar-links', '/subject/id', link]);
      const detail = `The record ${recordId} was merged into ${kept.id}; name that one.`;
      for (const [path, pointer, body] of loose) {
        const refused = await office.post(path, body);
        expect([refused.status, refused.body.errors]).toEqual([
          400,
          [{ pointer, detail, code: 'merged-reference' }],
        ]);
      }
    },
  );
});
