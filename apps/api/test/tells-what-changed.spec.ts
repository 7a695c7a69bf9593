import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlace, aTopic, named } from '#directory/testing';
import pg from 'pg';
import type { Answer, Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';
import { recordSevens } from './sevens.js';

interface Change {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly change: string;
  readonly address: string;
}

const WRITE_BY_HAND = `
  insert into topics (id, version, created_at, created_by_id, updated_at, updated_by_id, names)
  select $1, 1, now(), a.id, now(), a.id, '[{"text": "by hand", "lang": "en", "kind": "official"}]'
  from actors a limit 1`;

describe('what changed', () => {
  let office: Office;
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await office.close();
  });

  const now = async (by: Client = office): Promise<string> =>
    (await by.get('/v1/changes?since=now')).body.nextCursor;
  const readOn = (since: string, by: Client = office, further = ''): Promise<Answer> =>
    by.get(`/v1/changes?since=${since}${further}`);
  const told = ({ body }: Answer): string[] =>
    body.items.map((one: Change) => `${one.change} ${one.kind} ${one.version}`);
  const ids = ({ body }: Answer): string[] => body.items.map(({ id }: Change) => id);

  it('is told from all kinds in one feed, each change once, however many tables it was written to', async () => {
    const since = await now();
    const topic = await office.record('/v1/topics', aTopic());
    const visit = await office.record('/v1/visits', { names: named('Visit'), topicIds: [topic.id] });
    const change = { summary: { en: 'changed' }, topicIds: [] };
    const { headers } = await office.change(visit, change);
    await office.post(`${visit.at}/transitions`, { to: 'cancelled', reason: 'no flights' });
    await office.delete(topic.at, { 'if-match': '*' });
    await office.post(`${topic.at}/restore`);
    const answer = await readOn(since);
    expect([headers.etag!.slice(0, 2), told(answer)]).toEqual([
      '"2',
      [
        'created topic 1',
        'created visit 1',
        'changed visit 2',
        'moved visit 3',
        'archived topic 2',
        'restored topic 3',
      ],
    ]);
    expect(answer.body.items[2]).toEqual({
      kind: 'visit',
      id: visit.id,
      version: 2,
      change: 'changed',
      at: expect.any(String),
      by: { id: expect.any(String), name: 'Office' },
      onBehalfOf: null,
      address: visit.at,
    });
    expect(await readOn(answer.body.nextCursor)).toMatchObject({
      body: { items: [], nextCursor: answer.body.nextCursor, more: false },
    });
    expect(told(await readOn(since, office, '&kind=topic'))).toEqual([
      'created topic 1',
      'archived topic 2',
      'restored topic 3',
    ]);
  });

  it('is told of every kind, with the address that the record has', async () => {
    const since = await now();
    await recordSevens(office);
    const changes = await follow(since, 50);
    const addresses = [...new Set(changes.map(({ address }) => address))];
    const unknown: string[] = [];
    for (const address of addresses) if ((await office.get(address)).status !== 200) unknown.push(address);
    expect([unknown, addresses.length > 100]).toEqual([[], true]);
    expect((await follow(since, 200)).map(({ address }) => address)).toEqual(
      changes.map(({ address }) => address),
    );
  }, 60_000);

  it('reaches readers once who are already past what was committed before it', async () => {
    const since = await now();
    const [early, late] = [await begin(), await begin()];
    const [first, second] = [randomUUID(), randomUUID()];
    await early.query(WRITE_BY_HAND, [first]);
    await late.query(WRITE_BY_HAND, [second]);
    await late.query('commit');
    const past = await readOn(since);
    await early.query('commit');
    const [rest, anew] = [await readOn(past.body.nextCursor), await readOn(since)];
    expect([ids(past), ids(rest), ids(anew)]).toEqual([[second], [first], [second, first]]);
    expect(ids(await readOn(rest.body.nextCursor))).toEqual([]);
  });

  it('is lost to a reader who was amid one transaction, where a restore has told that in another order', async () => {
    const since = await now();
    const late = await begin();
    const topic = randomUUID();
    await late.query(WRITE_BY_HAND, [topic]);
    const agenda = ['First', 'Second'].map((title) => ({ kind: 'meeting', title: { en: title } }));
    const visit = await office.record('/v1/visits', { names: named('Visit'), agenda });
    await late.query('commit');
    const before = await readOn(since, office, '&limit=3');
    // As it is in a backup that was made before the commit, and before anybody read on.
    await late.query('delete from changes where record_id = $1', [topic]);
    await late.query(`update changes set position = null where record_id = any ($1)`, [
      [visit.id, ...visit.agenda.map(({ id }: Recorded) => id)],
    ]);
    const anew = await readOn(since);
    expect([told(before), told(anew)]).toEqual([
      ['created topic 1', 'created visit 1', 'created agenda_item 1'],
      ['created visit 1', 'created agenda_item 1', 'created agenda_item 1'],
    ]);
    expect(await readOn(before.body.nextCursor)).toMatchObject({
      status: 410,
      body: { code: 'changes.lost' },
    });
    expect((await readOn(anew.body.nextCursor)).body.items).toEqual([]);
  });

  it('is numbered once by readers who come at the same time', async () => {
    const since = await now();
    const topics: Recorded[] = [];
    for (let count = 0; count < 5; count++)
      topics.push(await office.record('/v1/topics', aTopic({ names: named(`Topic ${count}`) })));
    const answers = await Promise.all(Array.from({ length: 6 }, () => readOn(since)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(ids(answers[0]!)).toEqual(topics.map(({ id }) => id));
  });

  it('is told of what the caller may see and the token may read, and of nothing else', async () => {
    const [viewer, places] = [
      office.reader,
      await office.as({ label: 'Places', role: 'viewer', scopes: ['directory:read'] }),
    ];
    const since = await now();
    const hidden = await office.record('/v1/visits', { names: named('Hidden'), visibility: 'confidential' });
    const item = await office.record(`${hidden.at}/agenda`, { kind: 'meeting', title: { en: 'Hidden' } });
    const place = await office.record('/v1/places', aPlace());
    const open = await office.record('/v1/visits', { names: named('Open') });
    expect(ids(await readOn(since))).toEqual([hidden.id, item.id, place.id, open.id]);
    expect(ids(await readOn(since, viewer))).toEqual([place.id, open.id]);
    expect(ids(await readOn(since, places))).toEqual([place.id]);
    expect(ids(await readOn(since, places, '&kind=visit'))).toEqual([]);
    const guest = await office.as({ label: 'Guest', role: 'partner' });
    const untold = await readOn(since, guest);
    expect(untold.body).toEqual({ items: [], nextCursor: since, more: false });
  });

  it('refuses a cursor of another list and a kind that is not there', async () => {
    const cursor = await readOn('abc');
    expect([cursor.status, cursor.body.errors[0].pointer]).toEqual([400, '?since']);
    const kind = await office.get('/v1/changes?kind=gift');
    expect([kind.status, kind.body.errors[0].detail]).toEqual([
      400,
      expect.stringMatching(/^must be one of agenda_item, .*visit\.$/i),
    ]);
  });

  /** Reads on until there is no more. */
  async function follow(since: string, limit: number): Promise<Change[]> {
    const { body } = await readOn(since, office, `&limit=${limit}`);
    return body.more ? [...body.items, ...(await follow(body.nextCursor, limit))] : body.items;
  }

  async function begin(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: office.migrationUrl });
    clients.push(client);
    await client.connect();
    await client.query('begin');
    return client;
  }
});
