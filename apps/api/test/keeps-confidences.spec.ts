import { anAgreement } from '#agreements/testing';
import { named } from '#directory/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, isCalendar } from './answer.js';
import type { Client } from './client.js';
import {
  type Callers,
  type Confidences,
  KNOWING,
  MARK,
  UNKNOWING,
  openCallers,
  recordConfidences,
  recordGround,
} from './confidences.js';
import { findAddresses, forEach, readsOf, toldBy } from './every-read.js';
import { type Office, openOffice } from './office.js';
import { findSeparateLooks, noteStatements } from './read-plans.js';

const UNKNOWN = '019a8f3e-4c00-7000-8000-00000000abcd';

describe('what is confidential', () => {
  let office: Office;
  let callers: Callers;
  let all: Confidences;
  /** The reads in whose answer an administrator finds something confidential. */
  let telling: string[];
  let statements: ReturnType<typeof noteStatements>;
  /** What is answered of what never was, asked for once. */
  const answers = new Map<Client, Map<string, Promise<Answer>>>();

  beforeAll(async () => {
    office = await openOffice();
    const ground = await recordGround(office);
    const opened = await openCallers(office, ground);
    callers = opened.callers;
    all = await recordConfidences(callers.creator, ground, opened.namedId);
    statements = noteStatements(office);
    telling = await findTelling();
  }, 60_000);
  afterAll(() => office.close());

  it('is found by who may know it', async () => {
    expect(telling.length).toBeGreaterThan(100);
    const missed: string[] = [];
    await forEach(Object.values(all.hidden), async ({ at }) => {
      for (const who of KNOWING) {
        const answer = await callers[who].get(at);
        if (answer.status !== 200 || !answer.text.includes(MARK))
          missed.push(`${who} ${at} ${answer.status}`);
      }
    });
    expect(missed).toEqual([]);
  });

  it.each(UNKNOWING)('is told in no answer to who may not: %s', async (who) => {
    const told: string[] = [];
    await forEach(telling, async (path) => {
      const answer = await callers[who].misuse('get', path);
      if (tells(path, answer)) told.push(path);
    });
    expect(told).toEqual([]);
  });

  it('is not there for who may not know it, in the words for what never was', async () => {
    const differing: string[] = [];
    await forEach(Object.values(all.hidden), async ({ at, id }) => {
      for (const who of ['organizer', 'viewer'] as const)
        for (const path of ['', '/history', '/citations'])
          if (!(await isAlike(callers[who], `${at}${path}`, id))) differing.push(`${who} ${at}${path}`);
    });
    expect(differing).toEqual([]);
  });

  it('is looked for in the rows of a read alone', async () => {
    expect(statements.size).toBeGreaterThan(200);
    expect(await findSeparateLooks(office, statements.values())).toEqual([]);
  });

  it('finds nothing where a list is asked for it', async () => {
    const differing: string[] = [];
    const lists = [...(await readsOf(office.url))].flatMap(([path, { parameters = [] }]) =>
      path.includes('{') || isCalendar(path)
        ? []
        : parameters
            .filter(({ schema }) => /uuid|id-or-name/.test(schema?.format ?? ''))
            .map(({ name }) => [path, name]),
    );
    expect(lists.length).toBeGreaterThan(30);
    const asked = lists.flatMap(([path, name]) =>
      Object.values(all.hidden).map(({ id }) => [`${path}?${name}=${id}&count=true`, id] as const),
    );
    await forEach(asked, async ([path, id]) => {
      if (!(await isAlike(callers.organizer, path, id))) differing.push(path);
    });
    expect(differing).toEqual([]);
  });

  it('is neither changed nor put away, nor moved or added to, by who may not know it', async () => {
    const differing: string[] = [];
    await forEach(Object.values(all.hidden), async ({ at, id }) => {
      const by = callers.organizer;
      const writes = (path: string) => [
        by.patch(path, { notes: null }, { 'if-match': '*' }),
        by.patch(path, { notes: null }, { 'if-match': '"1-x"' }),
        by.delete(path, { 'if-match': '*' }),
        by.post(`${path}/restore`),
        by.post(`${path}/citations`, { sourceId: all.open.source!.id }),
      ];
      const [answers, unknown] = [
        await Promise.all(writes(at)),
        await Promise.all(writes(at.replace(id, UNKNOWN))),
      ];
      for (const [index, answer] of answers.entries())
        if (answer.status !== 404 || answer.text.replaceAll(id, UNKNOWN) !== unknown[index]!.text)
          differing.push(`${index} ${at} ${answer.status} ${answer.text} ${unknown[index]!.text}`);
    });
    expect(differing).toEqual([]);
  });

  it('shows neither how people are reached nor notes about them to who may not read contacts', async () => {
    const { at, id } = all.ground.person;
    const read = async (by: Client, path = at) => (await by.get(path)).body;
    expect(await read(callers.organizer)).toMatchObject({ email: 'sun@example.org' });
    expect(await read(callers.viewer)).toMatchObject({ email: null, phone: null, notes: null });
    const listed = (await callers.viewer.get('/v1/people')).body.items.find(
      (one: { id: string }) => one.id === id,
    );
    expect(listed).toMatchObject({ notes: null });
    const position = {
      organizationId: all.ground.host.id,
      title: { en: 'Director' },
      notes: { en: 'on leave' },
    };
    const held = await office.record(`${at}/positions`, position);
    const said = { field: 'notes', value: { en: 'retired' }, sourceId: all.open.source!.id };
    const citation = await office.record(`${at}/positions/${held.id}/citations`, said);
    const statuses = (by: Client) =>
      Promise.all([held, citation].map(async (one) => (await by.get(one.at)).status));
    expect(await statuses(callers.organizer)).toEqual([200, 200]);
    expect(await statuses(callers.viewer)).toEqual([200, 404]);
    expect((await callers.viewer.get(held.at)).text).not.toContain('on leave');
  });

  it('leads a partner nowhere, whom it names', async () => {
    const { at } = all.open.visit!;
    expect((await callers.host.get(at)).status).toBe(200);
    expect((await callers.guest.get(at)).status).toBe(404);
  });

  it('is not named by who has followed up a question before', async () => {
    const { at, openQuestions } = await office.reread(all.open.entry);
    const [{ id, followUpId }] = openQuestions;
    const again = (by: Client) => by.post(`${at}/questions/${id}/follow-up`, {});
    const answers = [await again(callers.creator), await again(callers.organizer)];
    expect(answers.map(({ body }) => body.code)).toEqual(Array(2).fill('entry.question-followed-up'));
    expect(answers.map(({ text }) => text.includes(followUpId))).toEqual([true, false]);
  });

  it('is what a partner edits of its own, but for who may see it', async () => {
    const host = await office.record('/v1/organizations', { names: named('Host'), kind: 'association' });
    const participants = [{ organizationId: host.id, side: 'host', role: 'host' }];
    const visit = await office.record('/v1/visits', { names: named('Visit with a host'), participants });
    const partner = await office.as({ label: 'Host', role: 'partner', organizations: [host.id] });
    expect((await partner.get('/v1/visits?count=true')).body).toMatchObject({
      items: [{ id: visit.id }],
      total: 1,
    });
    const patch = (change: object) => partner.patch(visit.at, change, { 'if-match': '*' });
    expect((await patch({ summary: { en: 'with lunch' } })).status).toBe(200);
    const fixed = { status: 403, body: { code: 'record.visibility-fixed' } };
    expect(await patch({ visibility: 'public' })).toMatchObject(fixed);
    expect(await patch({ visibleTo: { roles: ['viewer'] } })).toMatchObject(fixed);
    const { id } = (await partner.get('/v1/me')).body.actor;
    expect(await patch({ responsibleId: id })).toMatchObject(fixed);
    const mine = { names: named('Another'), participants, visibility: 'public' };
    expect(await partner.post('/v1/forums', mine)).toMatchObject(fixed);
  });

  it('is no name that a partner could ask for', async () => {
    const partner = await office.as({ label: 'Guest', role: 'partner' });
    await office.record('/v1/people', { names: named('Sun Zhiming') });
    const { status, body } = await partner.misuse('get', '/v1/visits?person=name:Sun Zhimin');
    const detail = 'There is no person with the name “Sun Zhimin”.';
    expect([status, body.errors]).toEqual([400, [{ pointer: '?person', detail, code: 'unknown-name' }]]);
  });

  it('comes to be so with what is moved into it', async () => {
    const open = await office.record('/v1/agreements', anAgreement());
    const secret = await office.record('/v1/agreements', { ...anAgreement(), visibility: 'confidential' });
    const [first, second] = [
      await office.record(`${open.at}/obligations`, { text: { en: 'a report' } }),
      await office.record(`${secret.at}/obligations`, { text: { en: 'a payment' } }),
    ];
    const followUp = await office.record('/v1/follow-ups', {
      kind: 'action',
      title: { en: 'Ask for it' },
      obligationId: first.id,
    });
    expect((await callers.organizer.get(followUp.at)).status).toBe(200);
    expect((await office.change(followUp, { obligationId: second.id })).status).toBe(200);
    expect((await callers.organizer.get(followUp.at)).status).toBe(404);
  });

  async function findTelling(): Promise<string[]> {
    const reads = await readsOf(office.url);
    const addresses = await findAddresses(reads, office);
    const { place, topic, person, host } = all.ground;
    const paths = addresses.flatMap((address) => {
      if (address.endsWith('/schedule')) return [`${address}?from=2027-05-01&to=2027-05-31`];
      if (address === '/v1/search')
        return [MARK, MARK.slice(0, 5), `${MARK.slice(1)}x`].map((q) => `${address}?q=${q}&counts=true`);
      if (address === '/v1/timeline')
        return [
          `${address}?place=${place.id}`,
          `${address}?topic=${topic.id}`,
          `${address}?person=${person.id}`,
          `${address}?organization=${host.id}`,
          `${address}?delegation=${all.hidden.delegation!.id}`,
        ];
      const isList = reads.get(address)?.parameters?.some(({ name }) => name === 'q');
      return isList ? [address, `${address}?q=${MARK}&count=true`] : [address];
    });
    const found: string[] = [];
    await forEach(paths, async (path) => {
      if (tells(path, await office.misuse('get', path))) found.push(path);
    });
    return found;
  }

  /** Whether an answer tells of something confidential, be it the id alone, which was not asked for. */
  function tells(path: string, answer: Answer): boolean {
    const ids = Object.values(all.hidden).map(({ id }) => id as string);
    const told = toldBy(answer);
    return [MARK, ...ids.filter((id) => !path.includes(id))].some((word) => told.includes(word));
  }

  /** Whether a caller is told the same of an id as of one that nothing has. */
  async function isAlike(by: Client, path: string, id: string): Promise<boolean> {
    const unknown = path.replaceAll(id, UNKNOWN);
    if (!answers.has(by)) answers.set(by, new Map());
    const known = answers.get(by)!;
    if (!known.has(unknown)) known.set(unknown, by.misuse('get', unknown));
    const [one, other] = [await by.misuse('get', path), await known.get(unknown)!];
    return one.status === other.status && one.text.replaceAll(id, UNKNOWN) === other.text;
  }
});
