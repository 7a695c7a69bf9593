import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aDelegation, aMember } from '#delegations/testing';
import { aPerson, named } from '#directory/testing';
import { AuditTrail, OFFICE, ROLE_NAMES, type Role, TimedWork, Tokens } from '#identity';
import { KeyRotation, ProfileRetention } from '#protected';
import { aProtectedProfile } from '#protected/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { openLog } from '../src/telemetry/log.js';
import type { Answer, Headers, Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';
import { endPrograms, runCommand, startWorker, waitUntil } from './programs.js';

const WHY: Headers = { 'corteo-reason': 'visa office' };
const BORN = { birthDate: '1970-01-01' };
const aKey = (): string => randomBytes(32).toString('base64');
const profileOf = ({ at }: Recorded): string => `${at}/protected-profile`;
const sheetOf = ({ at }: Recorded): string => `${at}/protected-sheet`;

/** Notes every statement with its values; the pool and TypeORM both come through here. */
function spyOnDatabase(sent: string[]) {
  const { query } = pg.Client.prototype;
  return jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...input: unknown[]
  ) {
    sent.push(JSON.stringify(input, asText));
    return (query as (...values: unknown[]) => unknown).apply(this, input) as never;
  });
}

/** Bytes as the letters that they would be. */
function asText(_key: string, value: { type?: string; data?: number[] } | null): unknown {
  return value?.type === 'Buffer' ? Buffer.from(value.data!).toString('latin1') : value;
}

describe('protected profiles', () => {
  let office: Office;
  let audited: object[] = [];
  const lines: string[] = [];

  beforeAll(async () => {
    const log = openLog('trace', { write: (line) => void lines.push(line) });
    office = await openOffice({ PROTECTED_KEY: aKey() }, undefined, { log });
    jest.spyOn(office.provider(AuditTrail), 'recordAll').mockImplementation(async (entries) => {
      for (const entry of entries) {
        const { action, subjectKind, subjectId, reason } = entry;
        if (!action.startsWith('protected.')) continue;
        const by = 'caller' in entry ? entry.caller.actor!.name : '';
        audited.push({ action, subjectKind, subjectId, reason, by });
      }
    });
  });
  afterEach(() => {
    audited = [];
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await office.close();
  });

  const aKnownPerson = (): Promise<Recorded> => office.record('/v1/people', aPerson());
  const write = (person: Recorded, values: object, headers: Headers = {}) =>
    office.put(profileOf(person), values, { ...WHY, ...headers });

  /** What a stranger sends along to be somebody of a role. */
  async function as(role: Role): Promise<Headers> {
    const { token } = await office.provider(Tokens).create({ label: `A ${role}`, role });
    return { authorization: `Bearer ${token}` };
  }

  it('are written once, read as they were written, changed by what was seen, and erased for good', async () => {
    const person = await aKnownPerson();
    const written = await write(person, aProtectedProfile());
    expect([written.status, written.body.version, written.body.fields]).toEqual([
      201,
      1,
      ['passport', 'birthDate', 'visa', 'dietary', 'medical', 'emergencyContact', 'notes'],
    ]);
    const { body, headers } = await office.get(profileOf(person), WHY);
    expect(body).toEqual({
      person: { id: person.id, name: person.name },
      version: 1,
      ...aProtectedProfile(),
      createdAt: written.body.createdAt,
      createdBy: written.body.createdBy,
      updatedAt: written.body.updatedAt,
      updatedBy: written.body.updatedBy,
    });
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', written.headers.etag]);

    const match = { ...WHY, 'if-match': headers.etag! };
    const patched = await office.patch(
      profileOf(person),
      { dietary: null, passport: { expires: '2032' }, birthDate: '1970-01-01' },
      match,
    );
    expect([patched.status, patched.body.version]).toEqual([200, 2]);
    const { body: after } = await office.get(profileOf(person), WHY);
    const { passport } = aProtectedProfile() as { passport: object };
    expect(after).toMatchObject({
      version: 2,
      dietary: null,
      passport: { ...passport, expires: '2032' },
      medical: 'allergic to penicillin',
    });

    const put = await write(person, BORN, { 'if-match': patched.headers.etag! });
    expect([put.status, put.body.fields]).toEqual([200, ['birthDate']]);
    const erased = await office.delete(profileOf(person), { ...WHY, 'if-match': put.headers.etag! });
    const gone = await office.get(profileOf(person), WHY);
    expect([erased.status, gone.status, gone.body.code]).toEqual([204, 404, 'protected.unknown']);
  });

  it('are changed by nobody who has not seen what there is', async () => {
    const person = await aKnownPerson();
    const none = await Promise.all([
      write(person, BORN, { 'if-match': '"1-a"' }),
      office.patch(profileOf(person), BORN, { ...WHY, 'if-match': '*' }),
      office.delete(profileOf(person), { ...WHY, 'if-match': '*' }),
    ]);
    expect(none.map(({ status }) => status)).toEqual([412, 404, 404]);
    const first = await write(person, BORN);
    await write(person, {}, { 'if-match': '*' });
    const stale = { ...WHY, 'if-match': first.headers.etag! };
    const answers = await Promise.all([
      write(person, BORN),
      office.patch(profileOf(person), BORN, WHY),
      office.delete(profileOf(person), WHY),
      write(person, BORN, stale),
      office.patch(profileOf(person), BORN, stale),
      office.delete(profileOf(person), stale),
      office.delete(profileOf(person), { ...WHY, 'if-match': 'x' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([428, 428, 428, 412, 412, 412, 400]);
    const { changedBy, currentTag } = answers[3].body;
    const { headers } = await office.get(profileOf(person), WHY);
    expect([changedBy.name, currentTag]).toEqual(['Office', headers.etag]);
  });

  it('are there once where two write the first one', async () => {
    const person = await aKnownPerson();
    const statuses = (await Promise.all([write(person, BORN), write(person, BORN)])).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted((a, b) => a - b)[0]).toBe(201);
    expect([412, 428]).toContain(statuses.toSorted((a, b) => a - b)[1]);
  });

  it('change nothing where nothing changes', async () => {
    const person = await aKnownPerson();
    const { headers } = await write(person, aProtectedProfile());
    const { birthDate, visa } = aProtectedProfile();
    const same = await office.patch(profileOf(person), { birthDate, visa }, { ...WHY, 'if-match': '*' });
    expect([same.body.version, same.headers.etag]).toEqual([1, headers.etag]);
  });

  it('are for the roles that need them, and for nobody else', async () => {
    const person = await aKnownPerson();
    const delegation = await office.record('/v1/delegations', aDelegation());
    const { stranger } = office;
    const asked = async (who: Headers): Promise<(number | string)[]> => {
      const headers = { ...WHY, ...who };
      const match = { ...headers, 'if-match': '"0-none"' };
      const answers = await Promise.all([
        stranger.put(profileOf(person), BORN, match),
        stranger.patch(profileOf(person), BORN, match),
        stranger.delete(profileOf(person), match),
        stranger.get(profileOf(person), headers),
        stranger.get(sheetOf(delegation), headers),
      ]);
      return answers.map(({ status, body }) => (status === 403 ? body.missingScope : status));
    };
    const [write_, read] = ['protected:write', 'protected:read'];
    const refused = [write_, write_, write_, read, read];
    const allowed = [412, 404, 404, 404, 200];
    const seen: Record<string, unknown> = {};
    for (const role of ROLE_NAMES) seen[role] = await asked(await as(role));
    expect(seen).toEqual({
      viewer: refused,
      organizer: refused,
      protocol: allowed,
      legal: refused,
      admin: allowed,
      partner: refused,
    });
    expect(await asked({})).toEqual([401, 401, 401, 401, 401]);
  });

  it('are unknown with their people', async () => {
    const nobody = { at: '/v1/people/019a8f3e-4c00-7000-8000-00000000ffff' };
    const answers = await Promise.all([
      office.get(profileOf(nobody), WHY),
      write(nobody, BORN),
      office.patch(profileOf(nobody), BORN, { ...WHY, 'if-match': '*' }),
      office.delete(profileOf(nobody), { ...WHY, 'if-match': '*' }),
      office.get(sheetOf({ at: '/v1/delegations/019a8f3e-4c00-7000-8000-00000000ffff' }), WHY),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [404, 'record.unknown']),
    );
  });

  it('of people who were put away are read when asked for, erased, and written no more', async () => {
    const person = await aKnownPerson();
    await write(person, BORN);
    await office.delete(person.at, { 'if-match': '*' });
    const answers = [
      await office.get(profileOf(person), WHY),
      await office.get(`${profileOf(person)}?archived=include`, WHY),
      await write(person, {}, { 'if-match': '*' }),
      await office.delete(profileOf(person), { ...WHY, 'if-match': '*' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 409, 204]);
  });

  it('of people who are erased go with them, which the audit tells', async () => {
    const person = await aKnownPerson();
    await write(person, BORN);
    audited = [];
    const { body } = await office.get(`${person.at}/erasure`);
    const redact = body.mentions.map(({ kind, id, field }: Recorded) => ({ kind, id, field }));
    const { status } = await office.post(`${person.at}/erasure`, { reason: 'on request', redact });
    const subject = { subjectKind: 'person', subjectId: person.id };
    expect([status, audited]).toEqual([
      200,
      [{ action: 'protected.erased', ...subject, reason: 'on request', by: 'Office' }],
    ]);
  });

  describe('are asked for with a reason', () => {
    it.each<Headers>([
      {},
      { 'corteo-reason': '' },
      { 'corteo-reason': ' ' },
      { 'corteo-reason': 'a'.repeat(501) },
    ])('or not at all: %j', async (headers) => {
      const person = await aKnownPerson();
      const delegation = await office.record('/v1/delegations', aDelegation());
      const answers = await Promise.all([
        office.get(profileOf(person), headers),
        office.put(profileOf(person), BORN, headers),
        office.patch(profileOf(person), BORN, { ...headers, 'if-match': '*' }),
        office.delete(profileOf(person), { ...headers, 'if-match': '*' }),
        office.get(sheetOf(delegation), headers),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [400, 'protected.reason-missing']),
      );
      expect(audited).toEqual([]);
    });

    it('and that is audited, with who asked, for every read and every write', async () => {
      const person = await aKnownPerson();
      const officer = await as('protocol');
      const { stranger } = office;
      const reason = Buffer.from('办理签证').toString('latin1');
      await stranger.put(profileOf(person), BORN, {
        ...officer,
        'corteo-reason': "UTF-8''pranzo%20a%20citt%C3%A0",
      });
      await stranger.get(profileOf(person), { ...officer, 'corteo-reason': reason });
      await stranger.patch(
        profileOf(person),
        { dietary: 'no pork' },
        { ...officer, ...WHY, 'if-match': '*' },
      );
      await stranger.get(profileOf(person), { ...officer, ...WHY });
      await office.delete(profileOf(person), { 'corteo-reason': 'asked to', 'if-match': '*' });
      await office.get(profileOf(person), WHY);
      const entry = { subjectKind: 'person', subjectId: person.id, by: 'A protocol' };
      expect(audited).toEqual([
        { action: 'protected.written', ...entry, reason: 'pranzo a città' },
        { action: 'protected.read', ...entry, reason: '办理签证' },
        { action: 'protected.written', ...entry, reason: 'visa office' },
        { action: 'protected.read', ...entry, reason: 'visa office' },
        { action: 'protected.erased', ...entry, reason: 'asked to', by: 'Office' },
        { action: 'protected.read', ...entry, reason: 'visa office', by: 'Office' },
      ]);
    });

    it('or are not shown, where it cannot be audited', async () => {
      const person = await aKnownPerson();
      const audit = jest.spyOn(office.provider(AuditTrail), 'record').mockRejectedValue(new Error('away'));
      const headers = { ...WHY, 'content-type': 'application/json' };
      const answers = [
        await office.misuse('put', profileOf(person), JSON.stringify(BORN), headers),
        await office.misuse('get', profileOf(person), undefined, WHY),
      ];
      audit.mockRestore();
      const { status } = await office.get(profileOf(person), WHY);
      expect([...answers.map((answer) => answer.status), status]).toEqual([500, 500, 404]);
    });
  });

  describe('on the sheet of a delegation', () => {
    it('stand in order of precedence, for those who are expected', async () => {
      const [head, second, unknown, away] = [
        await office.record('/v1/people', aPerson({ names: named('Sun Zhiming') })),
        await office.record('/v1/people', aPerson({ names: named('Li <Wei>') })),
        await office.record('/v1/people', aPerson({ names: named('Wang Fang') })),
        await office.record('/v1/people', aPerson({ names: named('Zhao Lei') })),
      ];
      for (const person of [head, second, away]) await write(person, aProtectedProfile());
      const delegation = await office.record('/v1/delegations', {
        ...aDelegation(),
        members: [
          { role: 'head', personId: head.id, title: { en: 'Deputy Mayor' } },
          { role: 'member', personId: unknown.id },
          { role: 'member', personId: second.id },
          { role: 'member', personId: away.id, status: 'withdrawn' },
          aMember({ role: 'interpreter', placeholder: { en: 'to be named' } }),
        ],
      });
      audited = [];
      const { body, headers } = await office.get(sheetOf(delegation), WHY);
      expect(body).toEqual({
        delegation: { id: delegation.id, name: delegation.name },
        asOf: expect.any(String),
        members: [
          {
            person: { id: head.id, name: 'Sun Zhiming' },
            role: 'head',
            title: 'Deputy Mayor',
            ...aProtectedProfile(),
          },
          {
            person: { id: second.id, name: 'Li <Wei>' },
            role: 'member',
            title: null,
            ...aProtectedProfile(),
          },
        ],
        withoutProfile: [{ id: unknown.id, name: 'Wang Fang' }],
      });
      expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
      const said = { reason: 'visa office', by: 'Office' };
      expect(audited).toEqual([
        { action: 'protected.sheet', subjectKind: 'delegation', subjectId: delegation.id, ...said },
        { action: 'protected.read', subjectKind: 'person', subjectId: head.id, ...said },
        { action: 'protected.read', subjectKind: 'person', subjectId: second.id, ...said },
      ]);

      const page = await office.get(sheetOf(delegation), {
        ...WHY,
        accept: 'text/html',
        'accept-language': 'it',
      });
      expect([page.headers['content-type'], page.headers['cache-control']]).toEqual([
        'text/html; charset=utf-8',
        'no-store',
      ]);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect([...page.text.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, name]) => name)).toEqual([
        'Sun Zhiming, Deputy Mayor',
        'Li &lt;Wei&gt;',
      ]);
      expect(page.text).toContain('X0000000, China, Guizhou, fino al 2031-05');
    });
  });

  describe('are kept in the clear nowhere', () => {
    const MARK = 'zQ7x9mark';
    let person: Recorded;
    let ids: Readonly<Record<string, string>>;
    let shown: string[];
    const sent: string[] = [];

    beforeAll(async () => {
      const sending = spyOnDatabase(sent);
      person = await aKnownPerson();
      const delegation = await office.record('/v1/delegations', {
        ...aDelegation(),
        members: [{ role: 'head', personId: person.id }],
      });
      const visit = await office.record('/v1/visits', {
        ...aVisit({ starts: '2027-03-01', ends: '2027-03-02' }),
        delegationIds: [delegation.id],
        participants: [{ personId: person.id, side: 'guest', role: 'attendee' }],
      });
      const key = { 'idempotency-key': MARK.toLowerCase() };
      await write(person, aProtectedProfile(MARK), key);
      await office.patch(profileOf(person), { notes: `${MARK} again` }, { ...WHY, ...key, 'if-match': '*' });
      ids = { people: person.id, delegations: delegation.id, visits: visit.id };
      shown = [
        (await office.get(profileOf(person), WHY)).text,
        (await office.get(sheetOf(delegation), WHY)).text,
      ];
      sending.mockRestore();
    });

    it('but in the answers that are for it', () => {
      expect(shown.map((text) => text.includes(`${MARK} again`))).toEqual([true, true]);
    });

    it('of what the database is asked, which its own log may hold, and traces', () => {
      expect(sent.some((text) => text.includes('protected_profiles'))).toBe(true);
      expect(sent.filter((text) => text.includes(MARK))).toEqual([]);
    });

    it('of the database, whatever the table and column', async () => {
      const dataSource = office.provider(DataSource);
      const tables = await dataSource.query<{ name: string }[]>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'm')`,
      );
      const found = [];
      for (const { name } of tables) {
        const [{ hits }] = await dataSource.query<[{ hits: number }]>(
          // Bytes are shown by their digits.
          `select count(*)::int as hits from "${name}" t where t::text ilike '%' || $1 || '%' or t::text ilike '%' || $2 || '%'`,
          [MARK, Buffer.from(MARK).toString('hex')],
        );
        if (hits > 0) found.push(name);
      }
      expect(tables.length).toBeGreaterThan(40);
      expect(found).toEqual([]);
    });

    it('of the log', () => {
      expect(lines.length).toBeGreaterThan(50);
      expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
    });

    it('of any other answer', async () => {
      const document = (await (await fetch(`${office.url}/openapi.json`)).json()) as OpenAPIObject;
      const { token } = await office.provider(Tokens).create({ label: 'Walker', role: 'admin' });
      const templates = Object.entries(document.paths).filter(
        ([path, { get }]) => get && path.startsWith('/v1/') && !/\/protected-\w+$/.test(path),
      );
      const paths = templates.map(([path]) =>
        path.replaceAll(/\{\w+\}/g, ids[path.split('/')[2]!] ?? person.id),
      );
      const asked = [...paths, `/v1/search?q=${MARK}`, `/v1/people?q=${MARK}`];
      const answers = await Promise.all(
        asked.map((path) =>
          fetch(`${office.url}${path}`, { headers: { authorization: `Bearer ${token}`, ...WHY } }).then(
            async (answer) => [path, answer.status, await answer.text()] as const,
          ),
        ),
      );
      expect(answers.filter(([, status]) => status === 200).length).toBeGreaterThan(40);
      expect(answers.filter(([path, , text]) => text.replaceAll(path, '').includes(MARK))).toEqual([]);
    });

    it('of any refusal, however wrong the body is', async () => {
      const texts = [
        `{"passport": "${MARK}"`,
        MARK,
        `["${MARK}"]`,
        `"${MARK}"`,
        JSON.stringify({ [MARK]: MARK }),
        JSON.stringify({ passport: { [MARK]: MARK } }),
        JSON.stringify({
          passport: MARK,
          birthDate: MARK,
          visa: [MARK],
          notes: { [MARK]: 1 },
          medical: [MARK],
        }),
        JSON.stringify({ passport: { number: { [MARK]: MARK }, expires: MARK } }),
        JSON.stringify({ dietary: `${MARK}\0`, [`${MARK}\0`]: 1 }),
        JSON.stringify({ notes: MARK.repeat(1000) }),
        `{"notes": "${MARK}\\ud800"}`,
        `${`{"${MARK}":`.repeat(40)}1${'}'.repeat(40)}`,
        `{"${MARK}":{${Array.from({ length: 201 }, (_, index) => `"${MARK}${index}":1`).join()}}}`,
        JSON.stringify({ notes: `${MARK}${'x'.repeat(1_100_000)}` }),
      ];
      const headers = { ...WHY, 'if-match': '*', 'content-type': 'application/json' };
      const answers: Answer[] = [];
      for (const text of texts) {
        answers.push(await office.misuse('put', profileOf(person), text, headers));
        answers.push(await office.misuse('patch', profileOf(person), text, headers));
      }
      expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
      const told = answers.map(({ text }) => text);
      expect(told.filter((text) => text.toLowerCase().includes(MARK.toLowerCase()))).toEqual([]);
      const { errors } = JSON.parse(told[12]!) as { errors: { pointer: string }[] };
      const pointers = errors.map(({ pointer }) => pointer);
      expect(pointers.toSorted()).toEqual(['/birthDate', '/medical', '/notes', '/passport', '/visa']);
    });

    it('of an answer to who asks for its headers alone, which is audited as well', async () => {
      audited = [];
      const { status, headers, text } = await office.misuse('head', profileOf(person), undefined, WHY);
      expect([status, headers['cache-control'], text ?? '', audited.length]).toEqual([
        200,
        'no-store',
        '',
        1,
      ]);
      const refused = await office.reader.misuse('head', profileOf(person), undefined, WHY);
      expect(refused.status).toBe(403);
    });

    it('of the log, after all of that', () => {
      expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
    });
  });
});

describe('protected profiles without a key', () => {
  it('are not kept: every route says so', async () => {
    const office = await openOffice();
    try {
      const person = await office.record('/v1/people', aPerson());
      const delegation = await office.record('/v1/delegations', aDelegation());
      const answers = await Promise.all([
        office.get(profileOf(person), WHY),
        office.put(profileOf(person), BORN, WHY),
        office.patch(profileOf(person), BORN, { ...WHY, 'if-match': '*' }),
        office.delete(profileOf(person), { ...WHY, 'if-match': '*' }),
        office.get(sheetOf(delegation), WHY),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [503, 'protected.no-key']),
      );
    } finally {
      await office.close();
    }
  });
});

describe('an office that keeps protected profiles', () => {
  let office: Office;
  let folder: string;
  let file: string;
  const [old, fresh] = [aKey(), aKey()];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-keys-'));
    file = join(folder, 'keys');
    await writeFile(file, old);
    office = await openOffice({ PROTECTED_KEY_FILE: file, PROTECTED_DAYS: '30' });
  });
  afterAll(async () => {
    await endPrograms();
    await office.close();
    await rm(folder, { recursive: true });
  });

  const environment = (): Readonly<Record<string, string>> => ({
    DATABASE_URL: office.databaseUrl,
    DATABASE_MIGRATION_URL: office.migrationUrl,
    PROTECTED_KEY_FILE: file,
    PROTECTED_DAYS: '30',
  });

  describe('whose keys are changed', () => {
    it('are changed while others read and write, and no version is', async () => {
      const people: Recorded[] = [];
      for (let one = 0; one < 50; one++) people.push(await office.record('/v1/people', aPerson()));
      for (const person of people) await office.put(profileOf(person), aProtectedProfile(), WHY);
      await writeFile(file, `${fresh}\n${old}\n`);

      const done = new AbortController();
      const statuses = new Map<number, number>();
      const count = ({ status }: Answer): unknown => statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const work = async (offset: number): Promise<void> => {
        for (let turn = offset; !done.signal.aborted; turn++) {
          const person = people[turn % people.length];
          count(await office.get(profileOf(person), WHY));
          const patch = { notes: `turn ${turn}` };
          count(await office.patch(profileOf(person), patch, { ...WHY, 'if-match': '*' }));
        }
      };
      const workers = [0, 13, 26].map(work);
      const rotation = office.provider(KeyRotation);
      const first = await rotation.rotate(OFFICE);
      const again = await rotation.rotate(OFFICE);
      done.abort();
      await Promise.all(workers);
      expect([first.unreadable, again]).toEqual([[], { rotated: 0, unreadable: [] }]);
      expect([...statuses.keys()]).toEqual([200]);

      await writeFile(file, fresh);
      const versions = await Promise.all(people.map((person) => office.get(profileOf(person), WHY)));
      expect(versions.map(({ status }) => status)).toEqual(people.map(() => 200));
      const untouched = versions.filter(({ body }) => body.notes === aProtectedProfile().notes);
      expect(untouched.map(({ body }) => body.version)).toEqual(untouched.map(() => 1));
    });

    it('cannot be lost: what none of them reads is told, and stays as it is', async () => {
      const person = await office.record('/v1/people', aPerson());
      await writeFile(file, fresh);
      await office.put(profileOf(person), BORN, WHY);
      await writeFile(file, aKey());
      const { unreadable } = await office.provider(KeyRotation).rotate(OFFICE);
      const { status, body } = await office.get(profileOf(person), WHY);
      expect([unreadable.includes(person.id), status, body.code]).toEqual([
        true,
        503,
        'protected.unreadable',
      ]);
      await writeFile(file, fresh);
      expect((await office.get(profileOf(person), WHY)).body.birthDate).toBe('1970-01-01');
    });

    it('are used as they were where their file cannot be read for a while', async () => {
      const person = await office.record('/v1/people', aPerson());
      await office.put(profileOf(person), BORN, WHY);
      await writeFile(file, 'half of a ke');
      expect((await office.get(profileOf(person), WHY)).status).toBe(200);
    });

    it('read nothing that was moved to another person or another field', async () => {
      await writeFile(file, fresh);
      const [one, other] = [
        await office.record('/v1/people', aPerson()),
        await office.record('/v1/people', aPerson()),
      ];
      for (const person of [one, other])
        await office.put(profileOf(person), { dietary: 'x', medical: 'y' }, WHY);
      const dataSource = office.provider(DataSource);
      await dataSource.query(
        `update protected_profiles set dietary = (select dietary from protected_profiles where person_id = $2) where person_id = $1`,
        [one.id, other.id],
      );
      await dataSource.query('update protected_profiles set dietary = medical where person_id = $1', [
        other.id,
      ]);
      const answers = await Promise.all([one, other].map((person) => office.get(profileOf(person), WHY)));
      expect(answers.map(({ body }) => body.code)).toEqual(['protected.unreadable', 'protected.unreadable']);
    });

    it('are changed by a command beside the server', async () => {
      const [older, newer] = [aKey(), aKey()];
      await writeFile(file, older);
      const person = await office.record('/v1/people', aPerson());
      await office.put(profileOf(person), BORN, WHY);
      await writeFile(file, `${newer}\n${older}\n${fresh}`);
      const { code, said } = await runCommand(['protected', 'rotate'], environment());
      await writeFile(file, newer);
      const { body } = await office.get(profileOf(person), WHY);
      expect([body.birthDate, said.includes('protected profiles anew with the first key.')]).toEqual([
        '1970-01-01',
        true,
      ]);
      // Those of the test before were moved, and nobody reads them any more.
      expect([code, said.includes('No key reads the protected profiles of 2 people')]).toEqual([1, true]);
    });
  });

  describe('whose time of keeping is over', () => {
    const people: Record<string, Recorded> = {};

    beforeAll(async () => {
      await writeFile(file, fresh);
      office.setTime('2026-11-28T09:00:00Z');
      for (const name of ['nowhere', 'member', 'participant', 'cancelled', 'before', 'withDelegation']) {
        people[name] = await office.record('/v1/people', aPerson({ names: named(name) }));
        await office.put(profileOf(people[name]), BORN, WHY);
      }
      const delegationOf = (person: string): Promise<Recorded> =>
        office.record('/v1/delegations', {
          ...aDelegation(),
          members: [{ role: 'head', personId: people[person].id }],
        });
      const guest = { side: 'guest', role: 'attendee' };
      const visit = (fields: object): Promise<Recorded> => office.record('/v1/visits', aVisit(fields));
      await visit({
        starts: '2026-12-08',
        ends: '2026-12-10',
        delegationIds: [(await delegationOf('member')).id],
      });
      await visit({
        starts: '2026-12-18',
        ends: '2026-12-20',
        participants: [{ ...guest, personId: people.participant.id }],
      });
      await visit({
        starts: '2027-12-18',
        status: 'cancelled',
        delegationIds: [(await delegationOf('cancelled')).id],
      });
      await visit({ starts: '2025-12-18', participants: [{ ...guest, personId: people.before.id }] });
      const { id: delegationId } = await delegationOf('withDelegation');
      await office.record('/v1/forums', {
        names: named('A forum'),
        starts: '2027-01-05',
        ends: '2027-01-06',
        participants: [{ ...guest, delegationId }],
      });
    });
    it('are erased after the last event of the person, or where there was none, after they were written', async () => {
      const recordAll = jest.spyOn(office.provider(AuditTrail), 'recordAll');
      const erasedOn = async (day: string): Promise<string[]> => {
        office.setTime(`${day}T12:00:00Z`);
        const erased = await office.provider(ProfileRetention).eraseDue(OFFICE);
        return Object.keys(people)
          .filter((name) => erased.includes(people[name].id))
          .toSorted();
      };
      const days = [
        '2026-12-28',
        '2026-12-29',
        '2027-01-09',
        '2027-01-10',
        '2027-01-20',
        '2027-02-05',
        '2027-02-06',
        '2027-02-07',
      ];
      const seen: Record<string, string[]> = {};
      for (const day of days) seen[day] = await erasedOn(day);
      expect(seen).toEqual({
        '2026-12-28': [],
        '2026-12-29': ['before', 'cancelled', 'nowhere'],
        '2027-01-09': [],
        '2027-01-10': ['member'],
        '2027-01-20': ['participant'],
        '2027-02-05': [],
        '2027-02-06': ['withDelegation'],
        '2027-02-07': [],
      });
      const noted = recordAll.mock.calls.flatMap(([entries, tx]) => entries.map((entry) => ({ entry, tx })));
      const { entry, tx } = noted.find(({ entry: { subjectId } }) => subjectId === people.member.id)!;
      const reason = 'The time of keeping, 30 days, is over.';
      expect([entry, tx !== undefined]).toEqual([
        {
          action: 'protected.erased',
          caller: OFFICE,
          subjectKind: 'person',
          subjectId: people.member.id,
          reason,
        },
        true,
      ]);
      recordAll.mockRestore();
    });

    it('has them erased by a worker beside its servers', async () => {
      office.setTime('2026-11-28T09:00:00Z');
      const person = await office.record('/v1/people', aPerson());
      await office.put(profileOf(person), BORN, WHY);
      await office
        .provider(DataSource)
        .query(
          `update protected_profiles set updated_at = updated_at - interval '90 days' where person_id = $1`,
          [person.id],
        );
      const worker = startWorker(environment());
      const isErased = async (): Promise<boolean> =>
        (await office.get(profileOf(person), WHY)).body.code === 'protected.unknown';
      await waitUntil(isErased);
      worker.kill('SIGTERM');
      expect([await worker.ended, worker.said().includes('The worker does what time demands.')]).toEqual([
        0,
        true,
      ]);
    });

    it('has them erased by one of its servers at a time', async () => {
      expect(await office.provider(TimedWork).do('erase protected profiles')).toBe(true);
    });
  });
});
