import { describe, expect, it } from '@jest/globals';
import type { WrittenDossier } from '../imports/written-dossier.js';
import { readCsv } from './csv-grid.js';
import { type TableFacts, readTable } from './tables.js';

const EVENT = { section: 'visits', id: '019a8f3e-4c00-7000-8000-000000000001' } as const;

function read(of: TableFacts['of'], text: string, facts: Partial<TableFacts> = {}): WrittenDossier {
  return readTable(readCsv(Buffer.from(text)), {
    of,
    file: null,
    key: of,
    event: EVENT,
    language: null,
    ...facts,
  });
}

function faultsOf(of: TableFacts['of'], text: string, facts: Partial<TableFacts> = {}): unknown[] {
  return read(of, text, facts).unread!.map(({ position: { cell, line }, code }) => [cell, line, code]);
}

const PEOPLE = `Delegazione di Guiyang;;;;;;;
Cognome;Nome;Nome cinese;Ente;Ruolo;E-mail;Lingue;Dal
Sun;Zhiming;孙志明;Governo di Guiyang / 贵阳市人民政府;Vicesindaco;sun@example.org;cinese, inglese;12/07/2016
;;;;;;;
Albano;Giuseppe;;Città della Scienza;;;italiano;luglio 2014
Albano;Giuseppe;;Federazione delle scienze;Consigliere;;;
Chen;Feng;;governo di GUIYANG;Direttore;;;
`;

describe('a sheet of people', () => {
  const { content, positionOf } = read('people', PEOPLE);

  it('becomes people with their positions, and each organization once', () => {
    expect(content).toEqual({
      dossier: 'people',
      people: {
        'sun-zhiming': {
          match: { name: 'Sun Zhiming' },
          names: [
            { text: 'Sun Zhiming', lang: 'zh-Latn', kind: 'official' },
            { text: '孙志明', lang: 'zh-Hans', kind: 'official' },
          ],
          familyName: 'Sun',
          givenName: 'Zhiming',
          email: 'sun@example.org',
          languages: ['zh', 'en'],
          positions: {
            'governo-di-guiyang': {
              organization: 'governo-di-guiyang',
              title: { it: 'Vicesindaco' },
              since: '2016-07-12',
            },
          },
        },
        'giuseppe-albano': {
          match: { name: 'Giuseppe Albano' },
          names: [{ text: 'Giuseppe Albano', lang: 'und', kind: 'official' }],
          familyName: 'Albano',
          givenName: 'Giuseppe',
          languages: ['it'],
          positions: {
            'citta-della-scienza': {
              organization: 'citta-della-scienza',
              title: { it: 'ruolo non indicato' },
              since: '2014-07',
            },
            'federazione-delle-scienze': {
              organization: 'federazione-delle-scienze',
              title: { it: 'Consigliere' },
            },
          },
        },
        'feng-chen': {
          match: { name: 'Feng Chen' },
          names: [{ text: 'Feng Chen', lang: 'und', kind: 'official' }],
          familyName: 'Chen',
          givenName: 'Feng',
          positions: {
            'governo-di-guiyang': { organization: 'governo-di-guiyang', title: { it: 'Direttore' } },
          },
        },
      },
      organizations: {
        'governo-di-guiyang': {
          match: { name: 'Governo di Guiyang' },
          names: [
            { text: 'Governo di Guiyang', lang: 'und', kind: 'official' },
            { text: '贵阳市人民政府', lang: 'zh-Hans', kind: 'official' },
          ],
          kind: 'other',
        },
        'citta-della-scienza': {
          match: { name: 'Città della Scienza' },
          names: [{ text: 'Città della Scienza', lang: 'und', kind: 'official' }],
          kind: 'other',
        },
        'federazione-delle-scienze': {
          match: { name: 'Federazione delle scienze' },
          names: [{ text: 'Federazione delle scienze', lang: 'und', kind: 'official' }],
          kind: 'other',
        },
      },
    });
  });

  it('knows the row and the column of every value', () => {
    const places: [(string | number)[], string][] = [
      [['people', 'sun-zhiming'], 'row 3'],
      [['people', 'sun-zhiming', 'email'], 'F3 “E-mail”'],
      [['people', 'sun-zhiming', 'names', 0, 'text'], 'B3 “Nome”'],
      [['people', 'sun-zhiming', 'names', 1, 'text'], 'C3 “Nome cinese”'],
      [['people', 'giuseppe-albano', 'positions', 'citta-della-scienza', 'since'], 'H5 “Dal”'],
      [['organizations', 'federazione-delle-scienze', 'names', 0], 'D6 “Ente”'],
    ];
    expect(places.map(([path]) => (positionOf(path) as { cell?: string }).cell)).toEqual(
      places.map(([, cell]) => cell),
    );
    expect(positionOf(['people', 'sun-zhiming', 'email'])).toMatchObject({ line: 3, column: 6 });
  });

  it('in Chinese is read alike', () => {
    const { content } = read(
      'people',
      '序号,姓名,单位,职务,邮箱\n1,孙志明,贵阳市人民政府,副市长,sun@example.org\n',
    );
    expect(content.people).toEqual({
      孙志明: {
        match: { name: '孙志明' },
        names: [{ text: '孙志明', lang: 'zh-Hans', kind: 'official' }],
        email: 'sun@example.org',
        positions: { 贵阳市人民政府: { organization: '贵阳市人民政府', title: { 'zh-Hans': '副市长' } } },
      },
    });
  });

  it('may have heads in two languages', () => {
    const { columns } = read(
      'people',
      'Cognome / Surname;名 Given name;Ente / Organization\nSun;Zhiming;GOV\n',
    );
    expect(columns!.map(({ field }) => field)).toEqual(['familyName', 'givenName', 'organization']);
  });

  it('finds rows again by their code, and records of Corteo by their id', () => {
    const id = '019a8f3e-4c00-7000-8000-000000000009';
    const { people } = read('people', `Id;Nome\nG-1;Sun Zhiming\n${id};Chen Feng\n17;Luo Jiahong\n`)
      .content as any;
    expect(Object.entries(people).map(([key, { match }]: any) => [key, match])).toEqual([
      ['G-1', { name: 'Sun Zhiming' }],
      [id, { id }],
      ['no-17', { name: 'Luo Jiahong' }],
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', '0'])('may call somebody “%s”', (name) => {
    const { people } = read('people', `Nome;Id\n${name};${name}\nUgo;B\n`).content as any;
    expect(Object.keys(people)).toHaveLength(2);
    expect(Object.values(people)[0]).toMatchObject({ names: [{ text: name }] });
    expect(({} as any).names).toBeUndefined();
  });

  it('tells all that is wrong at once, by row and column', () => {
    const text = 'Nome;Ente;Carica;Dal;Lingue\nA B;;Sindaco;31/02/2018;marziano\n;X;Y;;\nC D;X;Y;presto;\n';
    expect(faultsOf('people', text)).toEqual([
      ['B2 “Ente”', 2, 'no-organization'],
      ['D2 “Dal”', 2, 'date'],
      ['E2 “Lingue”', 2, 'language'],
      ['row 3', 3, 'no-name'],
      ['D4 “Dal”', 4, 'date'],
    ]);
  });

  it('asks where two of the same name are not the same', () => {
    const text = 'Nome;E-mail\nZhang Wei;a@example.org\nZhang Wei;b@example.org\nZhang Wei;a@example.org\n';
    expect(faultsOf('people', text)).toEqual([['B3 “E-mail”', 3, 'said-twice']]);
    expect(
      faultsOf('people', 'Id;Nome;E-mail\n1;Zhang Wei;a@example.org\n2;Zhang Wei;b@example.org\n'),
    ).toEqual([]);
  });

  it('with columns that nobody knows is told which, and takes what is said of them', () => {
    const text = 'Chi;Colore;Nome;\nSun Zhiming;rosso;;x\n';
    expect(faultsOf('people', text)).toEqual([
      ['A1 “Chi”', 1, 'unknown-column'],
      ['B1 “Colore”', 1, 'unknown-column'],
      ['D1', 1, 'unknown-column'],
      ['row 2', 2, 'no-name'],
    ]);
    const mapping = 'Chi:name:zh-Latn,COLORE:-,D:notes:en';
    expect(read('people', text, { mapping }).content.people).toEqual({
      'sun-zhiming': {
        match: { name: 'Sun Zhiming' },
        names: [{ text: 'Sun Zhiming', lang: 'zh-Latn', kind: 'official' }],
        notes: { en: 'x' },
      },
    });
  });

  it('tells of every column that is not taken why, and refuses only what is not known', () => {
    const text =
      'N.;Nome;Passaporto;Sesso;Fax;E-mail;Tel.\n1;Sun Zhiming;E123;M;;a@example.org;\n2;Chen Feng;E124;M;;;\n';
    const mapping = 'E-mail:-';
    const { unread, untaken } = read('people', text, { mapping });
    expect(unread).toEqual([]);
    expect(untaken!.map(({ column, name, why }) => [column, name, why])).toEqual([
      ['A', 'N.', 'numbering'],
      ['C', 'Passaporto', 'protected'],
      ['D', 'Sesso', 'not-kept'],
      ['E', 'Fax', 'empty'],
      ['F', 'E-mail', 'left-out'],
    ]);
  });

  it('tells by their columns of two that mean the same, whether they are called the same or not', () => {
    const text = 'Nome;Telefono;Cellulare;Nome\nSun Zhiming;+86 1;+86 2;Sun\n';
    const told = read('people', text).unread!.map(({ detail, code }) => [detail.split(' Say ')[0], code]);
    expect(told).toEqual([
      ['C1 “Cellulare”: Column B “Telefono” is taken for phone already.', 'column-twice'],
      ['D1 “Nome”: Column A “Nome” is taken for name already.', 'column-twice'],
    ]);
  });

  it('tells names from how people are addressed, and their parts where these are shown', () => {
    const text = 'Nome;Titolo\nDott. ALBANO Giuseppe;\nMr Chen Feng 陈峰;\nSun Zhiming;Sig.\n';
    const { people } = read('people', text).content as any;
    const told = Object.entries<any>(people).map(([key, { names, honorific, familyName, givenName }]) => [
      key,
      names.map((name: any) => name.text),
      honorific,
      familyName,
      givenName,
    ]);
    expect(told).toEqual([
      ['giuseppe-albano', ['Giuseppe Albano'], 'Dott.', 'Albano', 'Giuseppe'],
      ['chen-feng', ['Chen Feng', '陈峰'], 'Mr', undefined, undefined],
      ['sun-zhiming', ['Sun Zhiming'], 'Sig.', undefined, undefined],
    ]);
  });

  it('takes numbers for codes where they do not only count the rows', () => {
    const keysOf = (text: string) => Object.keys((read('people', text).content as any).people);
    expect(keysOf('编号,姓名\n1,孙志明\n2,陈峰\n')).toEqual(['孙志明', '陈峰']);
    expect(keysOf('编号,姓名\n17,孙志明\n4,陈峰\n')).toEqual(['no-17', 'no-4']);
  });

  it.each([
    ['below titles', 'Delegates\n\nAs of 12 July;;\nName;Organization;Email\nA B;X;\n'],
    ['in two languages, one below the other', '姓名;单位;邮箱\nName;Organization;E-mail\nA B;X;\n'],
    ['below heads of several columns', 'Nome;Ente;Contatti;\n;;E-mail;Tel.\nA B;X;;\n'],
    ['again on each page', 'Name;Organization\nA B;X\nName;Organization\nC D;X\n'],
  ])('may have its heads %s', (_how, text) => {
    const { content, unread } = read('people', text);
    expect(unread).toEqual([]);
    expect(Object.keys((content as any).people).filter((key) => key !== 'c-d')).toEqual(['a-b']);
  });

  it('says that the month is first where its head does', () => {
    const { people } = read('people', 'Name;Organization;Since (mm/dd/yyyy)\nA B;X;07/12/2018\n')
      .content as any;
    expect(people['a-b'].positions.x.since).toBe('2018-07-12');
  });

  it('says in a mapping what to write for a column, also where its head does not tell it from others', () => {
    const text = 'Nome;Colore;colore;Altro, o no;\nSun Zhiming;red;blue;yes;no\n';
    const saidOf = ({ detail }: { detail: string }) => /mapping=([^:]*):-/.exec(detail)?.[1];
    const { unread = [] } = read('people', text);
    expect(unread.map(saidOf)).toEqual(['B', 'C', 'D', 'E']);
    const mapping = unread.map((fault) => `${saidOf(fault)}:-`).join(',');
    expect(faultsOf('people', text, { mapping })).toEqual([]);
  });

  it.each([
    ['Nome:nome', 'There is no field nome for Nome'],
    ['Nome:constructor', 'There is no field constructor for Nome'],
    ['{"Nome": "toString"}', 'There is no field toString for Nome'],
    ['{"Nome": 1}', 'Say what columns hold'],
    ['{"Nome"', 'Say what columns hold'],
    ['Nome', 'Say what columns hold'],
    ['Nome:name:klingonese-x', 'neither a language'],
  ])('refuses the mapping %s', (mapping, detail) => {
    expect(() => read('people', 'Nome\nA\n', { mapping })).toThrow(detail);
  });

  it('takes dates with the month first only where that is said', () => {
    const text = 'Name,Organisation,Role,Since\nA B,X,Y,07/12/2018\nC D,X,Z,07/13/2018\nE F,X,W,13/07/2018\n';
    const mapping = 'Since:since';
    expect(faultsOf('people', text, { mapping })).toEqual([
      ['D2 “Since”', 2, 'ambiguous-date'],
      ['D3 “Since”', 3, 'ambiguous-date'],
    ]);
    const said = text.replace('E F,X,W,13/07/2018\n', '');
    const { people } = read('people', said, { mapping: '{"Since": "since:month-first"}' }).content as any;
    expect([people['a-b'].positions.x.since, people['c-d'].positions.x.since]).toEqual([
      '2018-07-12',
      '2018-07-13',
    ]);
  });

  it('has a key for each position, whatever the organizations are called', () => {
    const rows = [
      'Director;Lab',
      'Professor;Lab',
      'Chair;Lab 2',
      'Fellow;Lab',
      'Director;Lab',
      'Member;Lab 2',
    ];
    const text = `Name;Position;Organization\n${rows.map((row) => `Ada Wu;${row}\n`).join('')}`;
    expect(faultsOf('people', text)).toEqual([]);
    const { people } = read('people', text).content as any;
    expect(
      Object.entries<any>(people['ada-wu'].positions).map(([key, { organization, title }]) => [
        key,
        organization,
        title.en,
      ]),
    ).toEqual([
      ['lab', 'lab', 'Director'],
      ['lab-2', 'lab', 'Professor'],
      ['lab-2-2', 'lab-2', 'Chair'],
      ['lab-3', 'lab', 'Fellow'],
      ['lab-2-3', 'lab-2', 'Member'],
    ]);
  });

  it('with nothing in it is told so', () => {
    expect(faultsOf('people', 'Nome;Ente\n')).toEqual([['row 1', 1, 'empty']]);
    expect(faultsOf('people', 'x;y\n1;2\n')).toContainEqual(['row 1', 1, 'no-names']);
    expect(() => read('people', '\n;;\n')).toThrow('There is nothing in the table.');
  });
});

describe('a sheet of organizations', () => {
  it('becomes organizations with what they are part of, where they are and whom to ask', () => {
    const text = `Denominazione;Sigla;Nome cinese;Tipo;Ente superiore;Città;Paese;Settori;Fondazione;Membri;Sito;Referente;Codice
Politecnico di Torino;PoliTo;都灵理工大学;Università;;Torino;Italia;robot, IA;1859;oltre 38.000;www.polito.it;Anna Bianchi;PT
CIM4.0;;;;politecnico di torino;Torino;Italia;;2018-11;;https://cim40.com;;C4
`;
    expect(read('organizations', text).content).toEqual({
      dossier: 'organizations',
      organizations: {
        PT: {
          match: { name: 'Politecnico di Torino' },
          names: [
            { text: 'Politecnico di Torino', lang: 'und', kind: 'official' },
            { text: '都灵理工大学', lang: 'zh-Hans', kind: 'official' },
            { text: 'PoliTo', lang: 'und', kind: 'acronym' },
          ],
          kind: 'university',
          place: 'torino',
          topics: ['robot', 'ia'],
          founded: '1859',
          memberCount: { value: 38_000, qualifier: 'over' },
          website: 'https://www.polito.it',
          contactPerson: 'anna-bianchi',
        },
        C4: {
          match: { name: 'CIM4.0' },
          names: [{ text: 'CIM4.0', lang: 'und', kind: 'official' }],
          kind: 'other',
          parent: 'PT',
          place: 'torino',
          founded: '2018-11',
          website: 'https://cim40.com',
        },
      },
      people: {
        'anna-bianchi': {
          match: { name: 'Anna Bianchi' },
          names: [{ text: 'Anna Bianchi', lang: 'und', kind: 'official' }],
        },
      },
      topics: {
        robot: { match: { name: 'robot' }, names: [{ text: 'robot', lang: 'und', kind: 'official' }] },
        ia: { match: { name: 'IA' }, names: [{ text: 'IA', lang: 'und', kind: 'official' }] },
      },
      places: {
        italia: {
          match: { name: 'Italia' },
          names: [{ text: 'Italia', lang: 'und', kind: 'official' }],
          kind: 'country',
        },
        torino: {
          match: { name: 'Torino' },
          names: [{ text: 'Torino', lang: 'und', kind: 'official' }],
          kind: 'city',
          parent: 'italia',
        },
      },
    });
  });

  it('tells of a kind that is none', () => {
    expect(faultsOf('organizations', 'Nome;Tipo\nX;boh\n')).toEqual([['B2 “Tipo”', 2, 'unknown-word']]);
  });
});

describe('a sheet of participants', () => {
  it('becomes participations in its event, of people and of organizations', () => {
    const text = `Nominativo;Ente;Ruolo;Carica;Parte;Conferma;Ordine
Sun Zhiming;Governo di Guiyang;relatore;Vicesindaco;ospite;confermato;1
Sun Zhiming;Governo di Guiyang;firmatario;Vicesindaco;ospite;;
;Città della Scienza;;;ospitante;;
`;
    const { visits, people } = read('participants', text).content as any;
    expect(Object.keys(people)).toEqual(['sun-zhiming']);
    const sun = {
      person: 'sun-zhiming',
      organization: 'governo-di-guiyang',
      side: 'guest',
      title: { it: 'Vicesindaco' },
    };
    expect(visits).toEqual({
      event: {
        match: { id: EVENT.id },
        participants: {
          'sun-zhiming': { ...sun, role: 'speaker', response: 'accepted', speakingOrder: 1 },
          'sun-zhiming-2': { ...sun, role: 'signatory' },
          'citta-della-scienza': { organization: 'citta-della-scienza', side: 'host', role: 'attendee' },
        },
      },
    });
  });

  it('tells a person from an organization of the same name', () => {
    const text = 'Name;Organization;Role\nLi Ning;;\n;Li Ning;\n;Li Ning;speaker\nLi Ning;;\n';
    const { visits } = read('participants', text).content as any;
    const guest = { side: 'guest', role: 'attendee' };
    expect(visits.event.participants).toEqual({
      'li-ning': { ...guest, person: 'li-ning' },
      'li-ning-2': { ...guest, organization: 'li-ning' },
      'li-ning-3': { ...guest, organization: 'li-ning', role: 'speaker' },
    });
  });

  it('takes “Ruolo” for the title where its cells name no roles of participants', () => {
    const { visits } = read('participants', 'Nome;Ruolo\nSun Zhiming;Vicesindaco\nChen Feng;Direttore\n')
      .content as any;
    expect(visits.event.participants['chen-feng']).toEqual({
      person: 'chen-feng',
      side: 'guest',
      role: 'attendee',
      title: { it: 'Direttore' },
    });
  });
});

describe('a sheet of agreements', () => {
  it('becomes agreements with their parties', () => {
    const text = `N.\tProtocollo\tAccordo\tTipo\tParti\tData\tScadenza\tStato\tRinnovo\tLingue\tLink
1\t2017/114\tLaboratorio congiunto\tmemorandum d'intesa\tPolitecnico di Torino; 清华大学\t11/2017\t31.12.2022\tin vigore\ttacito rinnovo\titaliano, cinese\tarchive.example.org/a.pdf
`;
    const { agreements, organizations } = read('agreements', text).content as any;
    expect(Object.keys(organizations)).toEqual(['politecnico-di-torino', '清华大学']);
    expect(agreements).toEqual({
      [Object.keys(agreements)[0]!]: {
        names: [{ text: 'Laboratorio congiunto', lang: 'und', kind: 'official' }],
        kind: 'mou',
        status: 'in_force',
        referenceNumber: '2017/114',
        signed: '2017-11',
        expiry: '2022-12-31',
        renewal: { mode: 'automatic' },
        authenticLanguages: ['it', 'zh'],
        document: { url: 'https://archive.example.org/a.pdf' },
        parties: {
          'politecnico-di-torino': { organization: 'politecnico-di-torino' },
          清华大学: { organization: '清华大学' },
        },
      },
    });
  });
});
