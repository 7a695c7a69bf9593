import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierFiles } from '#dossiers';
import { pack } from '#documents/testing';
import { aWorkbook, partsOf } from '#dossiers/testing';
import { OFFICE } from '#identity';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DELEGATES = `Cognome;Nome;Nome cinese;Ente;Ruolo;E-mail;Lingue;Dal
Sun;Zhiming;孙志明;Governo di Guiyang / 贵阳市人民政府;Vicesindaco;sun@example.org;cinese, inglese;05/2016
Chen;Feng;陈峰;Governo di Guiyang;Direttore;;cinese;
Albano;Giuseppe;;Città della Scienza;Consigliere;;italiano;1/7/2014
`;

describe('an office that takes over its spreadsheets', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  function send(text: string | Buffer, query: string, type = 'text/csv'): Promise<Answer> {
    return office.post(`/v1/dossiers?${query}`, text, { 'content-type': type });
  }

  /** What became of the rows, by kind of record. */
  function countsOf({ body }: Answer): Record<string, number[]> {
    const kinds: Recorded[] = body.kinds;
    return Object.fromEntries(
      kinds.map(({ kind, created, changed, unchanged, doubtful }) => [
        kind,
        [created, changed, unchanged, doubtful],
      ]),
    );
  }

  async function count(path: string): Promise<number> {
    return (await office.get(`/v1/${path}?count=true`)).body.total;
  }

  it('may name a file on the command line, whose ending tells what it is', async () => {
    const files = office.provider(DossierFiles);
    const read = (name: string, said: object, text = DELEGATES) =>
      files.readFile(name, Buffer.from(text), said, OFFICE);
    const [sheet] = await read('Delegates.CSV', { of: 'people' });
    expect([sheet!.file, Object.keys(sheet!.content)]).toEqual([
      'Delegates.CSV',
      ['dossier', 'people', 'organizations'],
    ]);
    const [story] = await read('story', {}, 'dossier: story');
    expect(story!.content).toEqual({ dossier: 'story' });
    await expect(read('delegates.csv', { of: 'cities' })).rejects.toMatchObject({
      code: 'request.invalid',
      facts: { errors: [{ pointer: '?of' }] },
    });
  });

  it('may say in which encoding it is', async () => {
    const csv = '姓名,单位\n孙志明,贵阳市人民政府\n';
    const bytes = Buffer.from('0NXD+yy1pc67Csvv1r7D9yy589H0ytDIy8Px1f64rgo=', 'base64');
    const type = 'text/csv; charset=GB2312';
    const [asSaid, unsaid] = await Promise.all([
      office.post('/v1/dossiers?of=people&dry-run=true', bytes, { 'content-type': type }),
      send(csv, 'of=people&dry-run=true'),
    ]);
    expect(asSaid.body).toEqual(unsaid.body);
  });

  it('sees first what would come of it, then records it, once', async () => {
    const plan = await send(DELEGATES, 'of=people&dry-run=true');
    expect(plan.status).toBe(200);
    expect(countsOf(plan)).toEqual({
      organization: [2, 0, 0, 0],
      person: [3, 0, 0, 0],
      position: [3, 0, 0, 0],
    });
    expect(
      plan.body.columns.map(({ column, head, field, language }: Recorded) => [column, head, field, language]),
    ).toEqual([
      ['A', 'Cognome', 'familyName', null],
      ['B', 'Nome', 'givenName', null],
      ['C', 'Nome cinese', 'name', 'zh-Hans'],
      ['D', 'Ente', 'organization', null],
      ['E', 'Ruolo', 'position', null],
      ['F', 'E-mail', 'email', null],
      ['G', 'Lingue', 'languages', null],
      ['H', 'Dal', 'since', null],
    ]);
    expect(await count('people')).toBe(0);
    expect(countsOf(await send(DELEGATES, 'of=people'))).toEqual(countsOf(plan));
    expect(countsOf(await send(DELEGATES, 'of=people'))).toEqual({
      organization: [0, 0, 2, 0],
      person: [0, 0, 3, 0],
      position: [0, 0, 3, 0],
    });
    expect([await count('people'), await count('organizations')]).toEqual([3, 2]);
  });

  it('finds people with their names in two scripts, and what they are where', async () => {
    const [sun] = (await office.get('/v1/people?q=孙志明')).body.items;
    const { body } = await office.get(`/v1/people/${sun.id}`);
    expect(body).toMatchObject({
      names: [
        { text: 'Sun Zhiming', lang: 'zh-Latn' },
        { text: '孙志明', lang: 'zh-Hans' },
      ],
      email: 'sun@example.org',
      languages: ['zh', 'en'],
      positions: [
        { title: { it: 'Vicesindaco' }, since: '2016-05', organization: { name: 'Governo di Guiyang' } },
      ],
    });
  });

  it('imports the edited sheet, and what was edited is changed', async () => {
    const edited = DELEGATES.replace('Direttore', 'Direttore generale').replace(
      'sun@example.org',
      'sz@example.org',
    );
    const { body } = await send(edited, 'of=people');
    const changed = body.entries.filter(({ outcome }: Recorded) => outcome === 'changed');
    expect(changed.map(({ line, kind, changes }: Recorded) => [line, kind, changes[0].field])).toEqual([
      [2, 'person', 'email'],
      [3, 'position', 'title'],
    ]);
  });

  it('imports another sheet with people who are known, and finds them', async () => {
    const other =
      'Name,Organisation,Position,Phone\nSun Zhiming,Governo di Guiyang,Vice Mayor,+86 851\nA New,CIM4.0,Engineer,\n';
    const plan = await send(other, 'of=people&key=second-list');
    expect(countsOf(plan)).toEqual({
      organization: [1, 0, 1, 0],
      person: [1, 0, 0, 1],
      position: [2, 0, 0, 0],
    });
    const [doubtful] = plan.body.entries.filter(({ outcome }: Recorded) => outcome === 'doubtful');
    expect(doubtful).toMatchObject({ line: 2, contested: [{ field: 'phone', from: null, to: '+86 851' }] });
  });

  it('is told every fault by row and column at once, and nothing is recorded', async () => {
    const wrong = `Nome;Ente;Carica;E-mail;Dal
Anna Rossi;X;Sindaca;anna(at)example.org;2020
Ugo Bianchi;;Sindaco;;31/02/2018
`;
    const before = await count('people');
    const { status, body } = await send(wrong, 'of=people');
    expect([status, body.code]).toEqual([400, 'dossier.invalid']);
    expect(body.errors.map(({ line, column, cell, code }: Recorded) => [line, column, cell, code])).toEqual([
      [2, 4, 'D2 “E-mail”', 'email'],
      [3, 2, 'B3 “Ente”', 'no-organization'],
      [3, 5, 'E3 “Dal”', 'date'],
    ]);
    expect(await count('people')).toBe(before);
  });

  it('records organizations of an XLSX workbook, with what they are part of', async () => {
    const workbook = aWorkbook([
      ['Denominazione', 'Tipo', 'Ente superiore', 'Città', 'Membri', 'Fondazione'],
      ['Politecnico di Torino', 'Università', null, 'Torino', 'oltre 38.000', 1859],
      [
        'Dipartimento di Energia',
        'altro',
        'Politecnico di Torino',
        'Torino',
        250,
        new Date('2012-01-01T00:00:00Z'),
      ],
    ]);
    const plan = await send(workbook, 'of=organizations&language=it', XLSX);
    expect(countsOf(plan)).toEqual({ organization: [2, 0, 0, 0], place: [1, 0, 0, 0] });
    const { id } = plan.body.entries.find(
      ({ path }: Recorded) => path === 'organizations/dipartimento-di-energia',
    );
    expect((await office.get(`/v1/organizations/${id}`)).body).toMatchObject({
      parent: { name: 'Politecnico di Torino' },
      place: { name: 'Torino' },
      founded: '2012-01-01',
      memberCount: { value: 250, qualifier: 'exact' },
    });
  });

  it('is told which sheets and columns are not taken, and why', async () => {
    const people = [
      ['N.', 'Nome', 'N. passaporto'],
      [1, 'Luo Jiahong', 'E1'],
    ];
    const plan = await send(
      aWorkbook(people, { Ospiti: [['Nome']] }),
      'of=people&dry-run=true&key=sheets',
      XLSX,
    );
    expect(plan.body.untaken.map(({ column, name, why }: Recorded) => ({ column, name, why }))).toEqual([
      { column: 'A', name: 'N.', why: 'numbering' },
      { column: 'C', name: 'N. passaporto', why: 'protected' },
      { column: null, name: 'Ospiti', why: 'other-sheet' },
    ]);
    const { status, body } = await send(aWorkbook([], { Ospiti: people }), 'of=people', XLSX);
    expect([status, body.code]).toEqual([400, 'dossier.unreadable']);
    expect(body.detail).toContain('put the sheet that is meant first (“Ospiti”)');
  });

  it('records who takes part in an event', async () => {
    const forum = await office.post('/v1/forums', {
      names: [{ text: 'Forum', lang: 'en', kind: 'official' }],
    });
    const sheet =
      'Nominativo;Ente;Ruolo;Parte;Conferma\nSun Zhiming;Governo di Guiyang;relatore;ospite;confermato\n;Politecnico di Torino;;ospitante;\n';
    const plan = await send(sheet, `of=participants&event=${forum.body.id}`);
    expect(countsOf(plan)).toMatchObject({ participation: [2, 0, 0, 0], person: [0, 0, 1, 0] });
    const { items } = (await office.get(`/v1/forums/${forum.body.id}/participants`)).body;
    expect(items.map(({ side, role, response }: Recorded) => [side, role, response])).toEqual(
      expect.arrayContaining([
        ['guest', 'speaker', 'accepted'],
        ['host', 'attendee', 'invited'],
      ]),
    );
  });

  it('records agreements with their parties', async () => {
    const sheet =
      'Protocollo;Accordo;Tipo;Parti;Data;Stato\n2017/114;Laboratorio congiunto;protocollo d’intesa;Politecnico di Torino; 清华大学;11/2017;firmato\n';
    const quoted = sheet.replace('Politecnico di Torino; 清华大学', '"Politecnico di Torino; 清华大学"');
    const plan = await send(quoted, 'of=agreements&language=it');
    expect(countsOf(plan)).toMatchObject({
      agreement: [1, 0, 0, 0],
      party: [2, 0, 0, 0],
      organization: [1, 0, 1, 0],
    });
    const { id } = plan.body.entries.find(({ kind }: Recorded) => kind === 'agreement');
    expect((await office.get(`/v1/agreements/${id}`)).body).toMatchObject({
      kind: 'mou',
      status: 'signed',
      signed: '2017-11',
      referenceNumber: '2017/114',
      parties: [{ organization: { name: 'Politecnico di Torino' } }, { organization: { name: '清华大学' } }],
    });
  });

  it.each([
    ['', '?of', 'text/csv'],
    ['of=participants', '?event', 'text/csv'],
    ['of=participants&event=019a8f3e-4c00-7000-8000-000000000001', '?event', 'text/csv'],
    ['of=people&mapping=Nome:nome', '?mapping', 'text/csv'],
  ])('is asked for what it has not said: %s', async (query, pointer, type) => {
    const { status, body } = await send('Nome\nA\n', query, type);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('records nothing of what is hostile or too large', async () => {
    const before = await count('organizations');
    const bomb = pack([...partsOf(''), { name: 'xl/media/a.xml', content: Buffer.alloc(50_000_000) }]);
    const entity = pack(partsOf('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>'));
    const answers = [
      await send(bomb, 'of=organizations', XLSX),
      await send(entity, 'of=organizations', XLSX),
      await send(Buffer.from('Nome\nCitt\u00e0\n', 'latin1'), 'of=organizations'),
      await send(`Nome\n${'A\n'.repeat(10_001)}`, 'of=organizations'),
      await send(`Nome${';'.repeat(300)}x\n`, 'of=organizations'),
      await send(Buffer.alloc(11 * 1024 * 1024, 'a'), 'of=organizations'),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      ...Array.from({ length: 5 }, () => [400, 'dossier.unreadable']),
      [413, 'request.too-large'],
    ]);
    expect(await count('organizations')).toBe(before);
  });

  it('keeps what looks like a formula as text, in both directions', async () => {
    const plan = await send('Nome;Note\n=HYPERLINK("http://example.org");@SUM(A1)\n', 'of=organizations');
    const { id } = plan.body.entries[0];
    expect((await office.get(`/v1/organizations/${id}`)).body).toMatchObject({
      name: '=HYPERLINK("http://example.org")',
      notes: { it: '@SUM(A1)' },
    });
  });
});
