import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restoreBackup, writeBackup } from '#backups';
import { Tokens } from '#identity';
import { command, openTestDatabase } from '#platform/testing';
import { OTHER_ROWS } from '#privacy';
import { Kinds } from '#records';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { named } from '#directory/testing';
import { aSource } from '#sources/testing';
import type { Answer, Recorded } from './answer.js';
import { documentsOf } from './documents.js';
import { DOCX, FILES, aDocx } from './files.js';
import { MARKS, type Marked, recordMarked } from './marked-person.js';
import { type Office, openOffice } from './office.js';

/** A text that holds the name. */
interface Place {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly certain: boolean;
  readonly passages: readonly {
    readonly past: boolean;
    readonly certain: boolean;
    readonly pointer: string;
    readonly start: number;
    readonly end: number;
  }[];
}

describe('a person whom everything tells of', () => {
  let office: Office;
  let folder: string;
  let file: string;
  let marked: Marked;
  let before: unknown;
  let preview: Answer;

  const erasure = (): string => `${marked.person.at}/erasure`;
  const pseudonym = (): string => `Erased person ${marked.person.id.slice(-4).toUpperCase()}`;
  const places = (): Place[] => preview.body.mentions;
  const told = ({ kind, id, field }: Place) => ({ kind, id, field });
  const isArticle = ({ id }: Place): boolean => id === marked.article.id;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-erased-'));
    file = join(folder, 'before.tar.gz');
    office = await openOffice({ BACKUP_FOLDER: folder });
    marked = await recordMarked(office);
    await command(
      office.migrationUrl,
      `update actors set person_id = '${marked.person.id}', name = 'Qoxzimark' where name = 'Reader'`,
    );
    before = await order(office, marked);
    await writeBackup(
      { url: office.databaseUrl, migrationUrl: office.migrationUrl },
      { file, at: new Date() },
    );
    preview = await office.get(erasure());
  }, 60_000);

  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true });
  });

  it('is told of everything that is held, also on a page', async () => {
    const address = `${marked.person.at}/data-export`;
    const { status, body, text, headers } = await office.get(address);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(unmarkedIn(text)).toEqual([]);
    const kinds = new Set(body.records.map(({ kind }: Recorded) => kind));
    expect([...kinds].sort()).toEqual([
      'actors',
      'citation',
      'entry',
      'follow-up',
      'member',
      'participation',
      'person',
      'position',
      'published participations',
      'signatory',
    ]);
    const page = await office.get(address, { accept: 'text/html' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(unmarkedIn(page.text)).toEqual([]);
  });

  it('is told of nothing that the caller may not see', async () => {
    const { token } = await office.provider(Tokens).create({ label: 'Organizer', role: 'organizer' });
    const answer = await fetch(`${office.url}${marked.person.at}/data-export`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status, await answer.json()]).toMatchObject([403, { missingScope: 'personal-data:read' }]);
  });

  it('can be told of by nothing that is neither a record nor called by a word of the document', async () => {
    const tables = await office.provider(DataSource).query<{ name: string }[]>(`
      select name from written_tables()
      union select table_name from personal_fields()
      union select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'people'::regclass`);
    const kinds = office.provider(Kinds).all();
    const others = tables.filter(({ name }) => !kinds.some(({ table }) => table === name));
    expect(others.map(({ name }) => name.replaceAll('_', ' ')).sort()).toEqual(OTHER_ROWS);
  });

  it('can be erased, after one was told what goes', () => {
    const losing = preview.body.loses.map(({ kind, fields }: { kind: string; fields: string[] }) =>
      [kind, ...fields].join(' '),
    );
    expect(losing.sort()).toEqual([
      'citation value',
      'entry names text',
      'entry officeHeld',
      'member precedenceReason title',
      'participation notes onBehalfOf title',
      'person email familyName givenName honorific languages names notes phone',
      'position onBehalfOf title',
      'position title',
      'signatory title',
    ]);
  });

  it('and what stays, and which texts of others hold the name, or may', () => {
    expect([preview.status, preview.body.erased, preview.body.pseudonym]).toEqual([200, null, pseudonym()]);
    expect(preview.body.stays).toEqual([
      { kind: 'actors', count: 1 },
      { kind: 'signatory', count: 1 },
      { kind: 'citation', count: 1 },
      { kind: 'member', count: 1 },
      { kind: 'entry', count: 2 },
      { kind: 'follow-up', count: 1 },
      { kind: 'participation', count: 2 },
      { kind: 'position', count: 2 },
      { kind: 'published participations', count: 1 },
    ]);
    const found = places().map(
      ({ kind, field, certain }) => `${kind} ${field}${certain ? '' : ' (perhaps)'}`,
    );
    expect(found.sort()).toEqual([
      'agenda item title',
      'citation value',
      'event earlier dates reason',
      'follow-up title (perhaps)',
      'published items title',
      'source names',
      'source text',
      'visit summary',
    ]);
  });

  it('is not erased while it is not decided what becomes of one of them', async () => {
    const [first, ...others] = places();
    const present = places().filter(({ passages }) => passages.some(({ past, certain }) => certain && !past));
    const decided = { reason: 'on request', redact: others.map(told) };
    const answers = [
      await office.post(erasure(), decided),
      await office.post(erasure(), { ...decided, reason: 'Veluqra Qoxzimark asked' }),
      await office.post(erasure(), { ...decided, keep: [{ ...told(others[0]!), reason: 'published' }] }),
      await office.post(erasure(), { ...decided, redact: [{ kind: 'visit', id: first!.id, field: 'none' }] }),
      await office.post(erasure(), {
        ...decided,
        redact: [{ kind: 'visit', id: first!.id, field: 'none', ranges: [{ start: 0, end: 1 }] }],
      }),
      await office.post(erasure(), {
        ...decided,
        redact: places().map((place) => ({ ...told(place), ranges: [{ start: 0, end: 1 }] })),
      }),
    ];
    expect(answers.map(({ status, body }) => [status, body.undecided ?? body.errors[0].code])).toEqual([
      [409, [{ ...told(first!), certain: first!.certain }]],
      [400, 'names-person'],
      [400, 'decided-twice'],
      [400, 'unknown-mention'],
      [400, 'unknown-mention'],
      // Of what a field held before, no ranges are told.
      [409, present.map((place) => ({ ...told(place), certain: place.certain }))],
    ]);
  });

  it('is nowhere in the database afterwards, but where the name was kept with a reason', async () => {
    const { status, body } = await office.post(erasure(), {
      reason: 'on request',
      keep: places()
        .filter(isArticle)
        .map((place) => ({ ...told(place), reason: 'published' })),
      redact: [
        ...places()
          .filter((place) => !isArticle(place))
          .map((place) => ({
            ...told(place),
            ...(place.kind === 'source' ? { ranges: rangesIn(place) } : {}),
          })),
        // What no rule finds, somebody does who reads.
        {
          kind: 'agenda item',
          id: marked.item.id,
          field: 'abstract',
          ranges: [{ pointer: '/en', start: 12, end: 20 }],
        },
      ],
    });
    expect([status, body.erased]).toMatchObject([200, { pseudonym: pseudonym(), reason: 'on request' }]);
    expect(await rowsWithMarks(office.migrationUrl)).toEqual(rowsOfKept(marked.article));
  });

  it('is called otherwise in records that stay as they were', async () => {
    expect(await order(office, marked)).toEqual(before);
    const { body: visit } = await office.get(marked.visit.at);
    const { body: person } = await office.get(marked.person.at);
    expect([visit.participants[0].person.name, person.name, person.familyName, person.email]).toEqual([
      pseudonym(),
      pseudonym(),
      null,
      null,
    ]);
    const { body: source } = await office.get(marked.source.at);
    expect(source.text).toBe('The delegation of █████████████████ (███) came. █████████ spoke.');
    const { body: item } = await office.get(marked.item.at);
    expect(item).toMatchObject({
      title: { en: 'Speech of █████████████████' },
      abstract: { en: 'By the lady ████████' },
    });
    expect((await office.get('/v1/people?q=Qoxzimark')).body.items).toEqual([]);
    expect((await office.get(`/v1/people?q=${encodeURI(pseudonym())}`)).body.items).toHaveLength(1);
  });

  it('is in no history: it tells that fields changed, and not what they held', async () => {
    const { body } = await office.get(
      `${marked.person.at}/positions/${marked.person.positions[0].id}/history`,
    );
    expect(body.items.map(({ fields }: Recorded) => fields)).toEqual([
      [{ field: 'title', old: null, new: null }],
      [{ field: 'title', old: null, new: null }],
      [],
    ]);
  });

  it('is not recorded anew: neither erased twice, nor changed, nor told from kept answers', async () => {
    const answers = [
      await office.post(erasure(), { reason: 'again' }),
      await office.patch(marked.person.at, { familyName: 'Qoxzimark' }, { 'if-match': '*' }),
      await office.post('/v1/people', marked.body, { 'idempotency-key': 'a-person' }),
      await office.delete(marked.person.at, { 'if-match': '*' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'erasure.erased'],
      [409, 'person.erased'],
      [409, 'idempotency.erased'],
      [204, undefined],
    ]);
  });

  it('is erased again where an older backup is restored', async () => {
    const noted = (await readFile(join(folder, 'erasures.ndjson'), 'utf8')).trim().split('\n');
    expect(noted.map((line) => JSON.parse(line))).toMatchObject([{ personId: marked.person.id }]);
    const target = await openTestDatabase();
    try {
      await restoreBackup({ url: target.applicationUrl, migrationUrl: target.migrationUrl }, file);
      expect(await rowsWithMarks(target.migrationUrl)).toEqual(rowsOfKept(marked.article));
    } finally {
      await target.drop();
    }
  });

  it('is not in a new backup', async () => {
    const place = { url: office.databaseUrl, migrationUrl: office.migrationUrl };
    const later = join(folder, 'after.tar.gz');
    await writeBackup(place, { file: later, at: new Date() });
    const lines = gunzipSync(await readFile(later))
      .toString()
      .split('\n');
    const article = expect.stringContaining(marked.article.id);
    const word = expect.stringMatching(/^(qoxzimark|veluqra)\t/);
    expect(lines.filter(isMarked)).toEqual([word, word, article, article]);
  });
});

describe('documents that a person may be named in', () => {
  let office: Office;
  let folder: string;
  let person: Recorded;
  let preview: Answer;
  const sources: Record<string, Recorded> = {};
  const erasure = (): string => `${person.at}/erasure`;
  const told = (name: string) => ({ kind: 'source', id: sources[name]!.id, field: 'document' });
  const docx = (text: string): Buffer => aDocx({ 'word/footnotes.xml': `<w:p><w:t>${text}</w:t></w:p>` });
  const FULL = 'Veluqra Qoxzimark';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corteo-documents-'));
    office = await openOffice({ BACKUP_FOLDER: folder });
    const documents = await documentsOf(office);
    person = await office.record('/v1/people', { names: named(FULL, 'it'), familyName: 'Qoxzimark' });
    const files: Record<string, [Buffer, string]> = {
      text: [Buffer.from(`Minutes.\nVELUQRA\nQOXZIMARK opened.`), 'text/plain'],
      word: [docx('Velu</w:t></w:r><w:r><w:t>qra Qoxzimark'), DOCX],
      other: [docx('nobody'), DOCX],
      long: [
        Buffer.from(`${'a '.repeat(99_995)}${FULL} ${'b '.repeat(99_995)}b🏛 Veluqra Qoxzimark`),
        'text/plain',
      ],
      scan: [FILES['application/pdf']!, 'application/pdf'],
      former: [Buffer.from(`Formerly ${FULL}`), 'text/plain'],
    };
    for (const [name, [bytes, type]] of Object.entries(files)) {
      sources[name] = await office.record('/v1/sources', aSource({ names: named(name) }));
      await documents.attach(sources[name], bytes, type, name);
    }
    await office.delete(`${sources['former']!.at}/document`, { 'if-match': '*' });
    await writeBackup(
      { url: office.databaseUrl, migrationUrl: office.migrationUrl },
      { file: join(folder, 'before.tar.gz'), at: new Date() },
    );
    preview = await office.get(erasure());
  }, 60_000);
  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true });
  });

  it('are searched, also those that records had before; what cannot be is named', async () => {
    const found = preview.body.mentions.map(({ id, field, passages }: Place) => [
      id,
      field,
      passages[0]!.past,
    ]);
    const at = (name: string, past = false) => [sources[name]!.id, 'document', past];
    expect(found.sort()).toEqual([at('text'), at('word'), at('long'), at('former', true)].sort());
    const { passages } = preview.body.mentions.find(({ id }: Place) => id === sources['long']!.id);
    expect(passages).toMatchObject([
      { start: 199_990, end: 200_007, certain: true },
      {
        start: 400_001,
        end: 400_018,
        certain: true,
        excerpt: '🏛 Veluqra Qoxzimark',
      },
    ]);
    expect(preview.body.unread).toEqual([
      { ...told('scan'), name: 'scan.pdf', mediaType: 'application/pdf', past: false },
    ]);
    const { body } = await office.get(`${person.at}/data-export`);
    expect(body.mentions.map(({ id }: Place) => id).sort()).toEqual(
      ['text', 'word', 'long'].map((name) => sources[name]!.id).sort(),
    );
    expect(body.unread).toEqual(preview.body.unread);
  });

  it('go for good, or stay with a reason', async () => {
    const undecided = await office.post(erasure(), { reason: 'on request' });
    expect([undecided.status, undecided.body.undecided.length]).toEqual([409, 4]);
    const { status, body } = await office.post(erasure(), {
      reason: 'on request',
      keep: [{ ...told('text'), reason: 'published' }],
      redact: ['word', 'long', 'former', 'scan'].map(told),
    });
    expect([status, body.erased?.removedDocumentCount]).toEqual([200, 4]);
    const documents = await Promise.all(
      Object.values(sources).map(async ({ at }) => (await office.get(at)).body.document?.name ?? null),
    );
    expect(documents).toEqual(['text.txt', null, 'other.docx', null, null, null]);
    expect(await keptIn(office.migrationUrl)).toEqual([2, 2]);
    const { body: history } = await office.get(`${sources['word']!.at}/history`);
    expect(history.items.flatMap(({ fields }: Recorded) => fields)).toEqual(
      expect.arrayContaining([{ field: 'documentName', old: null, new: null }]),
    );
  });

  it('go again where an older backup is restored', async () => {
    const target = await openTestDatabase();
    try {
      const place = { url: target.applicationUrl, migrationUrl: target.migrationUrl };
      await restoreBackup(place, join(folder, 'before.tar.gz'));
      expect(await keptIn(target.migrationUrl)).toEqual([2, 2]);
    } finally {
      await target.drop();
    }
  });

  it('are looked at and erased for the audit to tell', async () => {
    const { body } = await office.get(`/v1/audit-events?subject=${person.id}`);
    const actions = body.items.map(({ action }: Recorded) => action);
    expect(new Set(actions)).toEqual(
      new Set([
        'personal-data.redacted',
        'personal-data.kept',
        'personal-data.erased',
        'personal-data.exported',
        'personal-data.previewed',
      ]),
    );
  });
});

/** How many documents a database has, and how many pieces of them. */
async function keptIn(url: string): Promise<number[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(
      'select (select count(*)::int from documents) as documents, (select count(*)::int from document_pieces) as pieces',
    );
    return Object.values(rows[0]);
  } finally {
    await client.end();
  }
}

/** What is kept with a reason stays, and with it the words by which it is found. */
function rowsOfKept({ id }: Recorded): unknown[] {
  const words = ['qoxzimark', 'veluqra'].map((word) => expect.stringContaining(`known_words ${word},`));
  return [...words, `record_words ${id}`, `sources ${id}`];
}

/** The ranges in which the name was found. */
function rangesIn({ passages }: Place) {
  return passages.map(({ start, end }) => ({ start, end }));
}

/** The marks that a text lacks, as JSON and HTML write none of them otherwise. */
function unmarkedIn(text: string): string[] {
  return MARKS.filter((mark) => mark !== 'Zqhidden' && !text.includes(mark));
}

/** What stays whole: who takes part, how many there are, and in which order. */
async function order(office: Office, { visit, delegation, agreement, followUp, statement }: Marked) {
  const read = async ({ at }: Recorded): Promise<Recorded> => (await office.get(at)).body;
  const { participants, ...came } = await read(visit);
  const { members } = await read(delegation);
  const { parties } = await read(agreement);
  const { ownerPerson } = await read(followUp);
  const { text, speaker } = await read(statement);
  const counted = ['visits', 'people', 'delegations', 'entries', 'follow-ups'];
  const counts = counted.map(async (path) => (await office.get(`/v1/${path}?count=true`)).body.total);
  return {
    counts: await Promise.all(counts),
    visit: [came.status, came.starts],
    participants: participants.map(({ id, role, person }: Recorded) => [id, role, person.id]),
    members: members.map((one: Recorded) => [one.id, one.precedence, one.role, one.status, one.person?.id]),
    signatories: parties[0].signatories.map(({ id, person }: Recorded) => [id, person.id]),
    said: [text, speaker.id],
    owner: ownerPerson.id,
  };
}

/** Whether a text holds a mark, in whatever case. */
function isMarked(text: string): boolean {
  return MARKS.some((mark) => text.toLowerCase().includes(mark.toLowerCase()));
}

/** The table and the first value of every row, of all tables, whose text holds a mark in whatever case. */
async function rowsWithMarks(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const each = tables.map(
      ({ name }) => `select '${name}' as name, t::text as line from public."${name}" t`,
    );
    const { rows } = await client.query(each.join(' union all '));
    const held = rows.filter(({ line }) => isMarked(line));
    return held.map(({ name, line }) => `${name} ${line.slice(1, 37)}`);
  } finally {
    await client.end();
  }
}
