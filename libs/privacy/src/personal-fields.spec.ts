import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#platform';

const OFFICE = '00000000-0000-7000-8000-000000000001';

/** What leads to people, and holds nothing of them besides. */
const LEADING_ALONE = [
  'agreement_signatories.on_behalf_of_person_id',
  'delegations.focal_point_id',
  'erasures.person_id',
  'follow_ups.owner_person_id',
  'organizations.contact_person_id',
  'outcome_actors.person_id',
  'protected_profiles.person_id',
  'published_participations.person_id',
];

/** What is emptied apart from the others, since it is no record: its name, and the label of its tokens. */
const APART = ['actors.person_id'];

/** Texts of records about a person that tell nothing of them: words of lists, dates, what others are called. */
const STAYS = [
  'agreement_signatories.method',
  'agreement_signatories.planned',
  'agreement_signatories.signed_on',
  'citations.field',
  'citations.locator',
  'citations.record_kind',
  'citations.verification',
  'delegation_members.group',
  'delegation_members.placeholder',
  'delegation_members.role',
  'delegation_members.status',
  'entries.kind',
  'entries.language',
  'entries.level',
  'entries.record_kind',
  'entries.since',
  'entries.status',
  'entries.until',
  'entries.verification',
  'entries.visibility',
  'entries.visible_to_roles',
  'figures.as_of',
  'figures.due',
  'figures.kind',
  'figures.quantity',
  'figures.record_kind',
  'figures.verification',
  'organization_relations.kind',
  'organization_relations.since',
  'organization_relations.until',
  'participations.group',
  'participations.placeholder',
  'participations.response',
  'participations.role',
  'participations.seat',
  'participations.side',
  'positions.since',
  'positions.until',
];

const REFERENCES = `
  select conrelid::regclass || '.' || attname as reference from pg_constraint
  join pg_attribute on attrelid = conrelid and attnum = any (conkey)
  where contype = 'f' and confrelid = 'people'::regclass order by 1`;

const LEFT = `
  select distinct f.table_name || '.' || a.attname as field from personal_fields() f
  join pg_attribute a on a.attrelid = f.table_name::regclass and a.attnum > 0 and a.attgenerated = '' and not a.attisdropped
  where a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
    and not exists (select from personal_fields() g where g.table_name = f.table_name and g.emptied ? a.attname)
  order by 1`;

describe('what is held about a person', () => {
  let test: TestDatabase;
  let owner: DataSource;
  let application: DataSource;
  let added = 0;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource: owner } = await test.connect());
    application = await new DataSource(dataSourceOptions(test.applicationUrl, 2)).initialize();
  });
  afterAll(async () => {
    await application.destroy();
    await test.drop();
  });

  const add = async (
    names: readonly string[],
    others: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const id = `019a8f3e-4c00-7000-8000-0000000000${String(++added).padStart(2, '0')}`;
    const named = names.map((text) => ({ text, lang: 'en', kind: 'official' }));
    const { family = null, given = null, email = null, phone = null } = others;
    await owner.query(
      `insert into people (id, version, created_at, created_by_id, updated_at, updated_by_id, names, languages,
         family_name, given_name, email, phone)
       values ($1, 1, now(), '${OFFICE}', now(), '${OFFICE}', $2, '{}', $3, $4, $5, $6)`,
      [id, JSON.stringify(named), family, given, email, phone],
    );
    return id;
  };

  const foundIn = async (id: string, text: string): Promise<string[]> => {
    const rows = await owner.query<{ found: string; is_certain: boolean }[]>(
      `select substr($2, n.starts + 1, n.ends - n.starts) as found, n.is_certain
       from name_patterns($1) p, names_in($2, p.certain, p.doubtful) n order by n.starts`,
      [id, text],
    );
    return rows.map(({ found, is_certain }) => (is_certain ? found : `${found}?`));
  };

  it('is known of whatever leads to people', async () => {
    const references = await owner.query<{ reference: string }[]>(REFERENCES);
    const emptied = await owner.query<{ reference: string }[]>(
      `select table_name || '.' || owner as reference from personal_fields()`,
    );
    const known = new Set([...LEADING_ALONE, ...APART, ...emptied.map(({ reference }) => reference)]);
    expect(references.map(({ reference }) => reference).filter((reference) => !known.has(reference))).toEqual(
      [],
    );
  });

  it('goes, but for what tells nothing of them', async () => {
    const left = await owner.query<{ field: string }[]>(LEFT);
    expect(left.map(({ field }) => field)).toEqual(STAYS);
  });

  it.each<[names: string[], others: Record<string, string>, text: string, found: string[]]>([
    [
      ['Sun Zhiming'],
      {},
      'With Sun Zhiming, SUN ZHIMING and Sun\nZhiming.',
      ['Sun Zhiming', 'SUN ZHIMING', 'Sun\nZhiming'],
    ],
    [['Sun Zhiming'], {}, 'Zhiming Sun’s; people/sun-zhiming', ['Zhiming Sun', 'sun-zhiming']],
    [['Li Na'], {}, 'Carli Nardini, Li Nan and Ali Na', []],
    [['Müller'], {}, 'Muller and MÜLLER, not Müllerin', ['Muller', 'MÜLLER']],
    [['孙志明'], {}, '由孙志明率领；孙市长说', ['孙志明', '孙?']],
    [['A'], { family: 'Sun', given: 'Zhiming' }, 'Sun, Zhiming; Mr Sun in the sun', ['Sun, Zhiming', 'Sun?']],
    [
      ['A'],
      { email: 'sun@example.org', phone: '+39 (081) 1' },
      'sun@example.org +39 (081) 1',
      ['sun@example.org', '+39 (081) 1'],
    ],
    [['A.*'], {}, 'a. b', []],
    [
      ['Wang Xiaoqing', '王晓庆'],
      {},
      '王曉慶, Wáng Xiǎoqìng, ＸＩＡＯＱＩＮＧ Ｗａｎｇ, 王·晓庆, 王 晓 庆',
      ['王曉慶', 'Wáng Xiǎoqìng', 'ＸＩＡＯＱＩＮＧ Ｗａｎｇ', '王·晓庆', '王 晓 庆'],
    ],
    [['José Müller'], {}, 'José Müller'.normalize('NFD'), ['José Müller'.normalize('NFD')]],
    [
      ['Siobhán O’Brien-Łuczak'],
      { family: "O'Brien-Łuczak" },
      "SIOBHAN O'BRIEN\u2011LUCZAK; O`Brien Luczak, Siobhán; Mrs O’Brien–Luczak, not O’Brien",
      ["SIOBHAN O'BRIEN\u2011LUCZAK", 'O`Brien Luczak, Siobhán', 'O’Brien–Luczak?'],
    ],
    [['田中 太郎'], {}, '田中太郎と田中　太郎', ['田中太郎', '田中　太郎']],
    [['محمد الحسن'], {}, 'قال مُحَمَّد الحَسَن، محمد الحسن؟', ['مُحَمَّد الحَسَن', 'محمد الحسن']],
    [['欧阳志明'], {}, '欧阳先生、歐陽市長、志明先生、欧阳修', ['欧阳?', '歐陽?', '志明?']],
    [['孙志明'], {}, '孙 副市长、孙总、孙子', ['孙?', '孙?']],
    [['马可·罗西'], {}, '罗西先生、马可', ['罗西?']],
    [['田中 太郎'], {}, '田中市長、田中さん、太郎くん、田中町', ['田中?', '田中?', '太郎?']],
    [['田中太郎'], {}, '田中 様', ['田中?']],
    [['김민수'], {}, '김 시장, 김장관님, 민수 씨, 김치', ['김?', '김?', '민수?']],
    [['A'], { family: 'Müller' }, 'Müllers Besuch, nicht Müllerin', ['Müllers?']],
    [['A'], { family: 'Иванов' }, 'у Иванова', ['Иванова?']],
    [
      ['Mario Rossi'],
      {},
      'Mr Rossi, mrs. rossi, DR ROSSI and Sir Mario',
      ['Mr Rossi?', 'mrs. rossi?', 'DR ROSSI?', 'Sir Mario?'],
    ],
    [['Mario Rossi'], {}, 'caffè Rossi, Via Rossi, the Mario and Madrid, Mr Rossini, Rossi a Milano', []],
    [
      ['Anna Bianchi'],
      {},
      'Dott.ssa Bianchi, la sig.ra Bianchi, Sig.Bianchi, la Sindaca Bianchi; non dott.ssa Bianchini',
      ['Dott.ssa Bianchi?', 'sig.ra Bianchi?', 'Sig.Bianchi?', 'Sindaca Bianchi?'],
    ],
    [
      ['Jürgen Müller'],
      {},
      'Frau Müller, Herrn Mueller, Oberbürgermeister Müller',
      ['Frau Müller?', 'Herrn Mueller?', 'Oberbürgermeister Müller?'],
    ],
    [
      ['Anne Lefèvre'],
      {},
      'Mme Lefevre, M. Lefèvre, Me LEFÈVRE',
      ['Mme Lefevre?', 'M. Lefèvre?', 'Me LEFÈVRE?'],
    ],
    [['José García'], {}, 'el Sr. Garcia; Doña García; D. José', ['Sr. Garcia?', 'Doña García?', 'D. José?']],
    [
      ['Chen Guiyang'],
      {},
      'Director Chen, Vice-Minister CHEN, Secretary-General Chen',
      ['Director Chen?', 'Minister CHEN?', 'General Chen?'],
    ],
    [['Jan van der Berg'], {}, 'Mr van der Berg, Mr. Berg, Mr van Gogh', ['Mr van der Berg?', 'Mr. Berg?']],
    [
      ['Mario Rossi'],
      {},
      'Prof. Dr. Rossi, Mr M. Rossi, Mr\nRossi',
      ['Dr. Rossi?', 'Mr M. Rossi?', 'Mr\nRossi?'],
    ],
    [['Mario Rossi'], {}, 'Rossi, sindaco di Napoli; Rossi (Mayor)', ['Rossi, sindaco?', 'Rossi (Mayor?']],
    [
      ['Mario Rossi'],
      {},
      'M. Rossi; M.Rossi; M Rossi; Rossi M.; Rossi, M.; A. Rossi',
      ['M. Rossi?', 'M.Rossi?', 'M Rossi?', 'Rossi M?', 'Rossi, M?'],
    ],
    [
      ['Иван Петров'],
      {},
      'г-н Петров, г-ну Петрову, министром Петровым',
      ['г-н Петров?', 'г-ну Петрову?', 'министром Петровым?'],
    ],
    [['محمد الحسن'], {}, 'السيد الحسن، للدكتور محمد', ['السيد الحسن?', 'للدكتور محمد?']],
    [['Mario Rossi'], { family: 'Rossi' }, 'Mr Mario, Mr Rossi', ['Rossi?']],
    [['Strauß'], {}, 'STRAUSS and Strauß, not Straus', ['STRAUSS', 'Strauß']],
    [
      ['A'],
      { phone: '+39 081 555 1212' },
      '+390815551212, 39-081-555.12.12',
      ['+390815551212', '39-081-555.12.12'],
    ],
    [
      ['A'],
      { phone: '0039 081 5551' },
      '0039 081 5551, +39 0815551 and 00 39-081-5551, not 100390815551',
      ['0039 081 5551', '+39 0815551', '00 39-081-5551'],
    ],
    [
      ['A'],
      { phone: '+49 30 1234567' },
      '030/123 45 67, (030) 1234567, +49 (0)30 1234567, 30 1234567; not +48 030 12345678 or 1301234567',
      ['030/123 45 67', '030) 1234567', '+49 (0)30 1234567', '30 1234567'],
    ],
    [['A'], { phone: '030 1234567' }, '+49 30 1234567, 0049301234567', ['+49 30 1234567', '0049301234567']],
    [['A'], { phone: '+1 212 555 1234' }, 'at (212) 555-1234', ['212) 555-1234']],
    [['A'], { phone: '+852 2345 6789' }, 'Tel. 2345 6789', ['2345 6789']],
    [['A'], { phone: '+7 495 123 45 67' }, '8 (495) 123-45-67', ['8 (495) 123-45-67']],
    [
      ['A'],
      { phone: '+39 06 1234567' },
      '06-123.45.67, +39 06 1234567, not 081 1234567',
      ['06-123.45.67', '+39 06 1234567'],
    ],
    [['A'], { phone: '39 06 1234567' }, '+39 06 1234567', ['+39 06 1234567']],
    [
      ['A'],
      { phone: '+39 081 1234567 int. 12; mobile: +39 333 7654321 / 06 7654321' },
      'Ring 081 1234567, 3337654321 or 06/7654321, not 12',
      ['081 1234567', '3337654321', '06/7654321'],
    ],
    [['A'], { phone: '112' }, '+49 30 112, 1124', ['112']],
    [
      ['Jürgen Müller'],
      {},
      'Juergen Mueller, JUERGEN MÜLLER, Jürgen Mueller, Jurgen Muller; not Juergen Mueler',
      ['Juergen Mueller', 'JUERGEN MÜLLER', 'Jürgen Mueller', 'Jurgen Muller'],
    ],
    [
      ['Juergen Mueller'],
      {},
      `Jürgen Müller, MÜLLER, Jürgen, ${'Jürgen Müller'.normalize('NFD')}`,
      ['Jürgen Müller', 'MÜLLER, Jürgen', 'Jürgen Müller'.normalize('NFD')],
    ],
    [['A'], { family: 'Weiß' }, 'Frau Weiss, Herr WEISS', ['Weiss?', 'WEISS?']],
    [['Søren Aagaard'], {}, 'Soeren Ågaard, Sören Aagaard', ['Soeren Ågaard', 'Sören Aagaard']],
    [['Åsa Öberg'], {}, 'Aasa Oeberg', ['Aasa Oeberg']],
    [['Xue Li'], {}, 'Xu Li', []],
    [['박지훈'], {}, '박지훈'.normalize('NFD'), ['박지훈'.normalize('NFD')]],
    [['山田 がく'], {}, '山田がく'.normalize('NFD'), ['山田がく'.normalize('NFD')]],
    [['ガルシア マルコ'], {}, 'ｶﾞﾙｼｱ･ﾏﾙｺ', ['ｶﾞﾙｼｱ･ﾏﾙｺ']],
    [['佐々木 希'], {}, '佐佐木希と佐々木 希、佐〻木希、not 佐木々希', ['佐佐木希', '佐々木 希', '佐〻木希']],
    [['佐佐木 希'], {}, '佐々木希', ['佐々木希']],
    [
      ['いすゞ みすず'],
      {},
      'イスズ・ミスズ、いすず みすゞ、イスヾミスズ',
      ['イスズ・ミスズ', 'いすず みすゞ', 'イスヾミスズ'],
    ],
    [['김 민수'], {}, '김민수, 김 민수, 민수 김', ['김민수', '김 민수', '민수 김']],
    [['김민수'], {}, '김 민수와', ['김 민수']],
    [['नरेन्द्र सिंह'], {}, 'नरेंद्र सिंह, नरेन्द्र सिङ्ह', ['नरेंद्र सिंह', 'नरेन्द्र सिङ्ह']],
    [['渡辺 広'], {}, '渡邊廣、渡邉 広', ['渡邊廣', '渡邉 広']],
    [
      ['J.-P. Dupont'],
      {},
      'JP Dupont, J. P. Dupont, J.P. Dupont, Dupont J-P, not P. J. Dupont',
      ['JP Dupont', 'J. P. Dupont', 'J.P. Dupont', 'Dupont J-P'],
    ],
    [['JP Dupont'], {}, 'J.-P. Dupont, Dupont, J.P.; not JPA Dupont', ['J.-P. Dupont', 'Dupont, J.P']],
    [
      ['A'],
      { family: 'Rossi' },
      'visits/rossi-2018, letter_of_rossi and Rossi, but caffè rossi',
      ['rossi?', 'rossi?', 'Rossi?'],
    ],
  ])('is found by names: %j %j', async (names, others, text, found) => {
    expect(await foundIn(await add(names, others), text)).toEqual(found);
  });

  it('is found as often as a long text names somebody', async () => {
    const text = 'Mario Rossi met Mr Rossi, and '.repeat(1000);
    const found = await foundIn(await add(['Mario Rossi']), text);
    expect(found).toEqual(Array.from({ length: 1000 }, () => ['Mario Rossi', 'Mr Rossi?']).flat());
  });

  it('is found and goes in the keys of dossiers, and in what was about them for a time', async () => {
    const [id, other] = [await add(['Sun Zhiming']), await add(['Wu Hongchun'])];
    await owner.query(
      `insert into dossier_entries (dossier, path, record_kind, record_id, version, said, settled)
       values ('d', 'people/sun-zhiming', 'person', $1, 1, '{}', '{}'), ('of-sun-zhiming', 'people/of-sun-zhiming', 'person', $2, 1, '{}', '{}')`,
      [id, other],
    );
    await owner.query(
      `with university as (insert into organizations (id, version, created_at, created_by_id, updated_at, updated_by_id, names, kind)
         values ($2, 1, now(), $3, now(), $3, '[{"text": "Tsinghua", "lang": "en", "kind": "official"}]', 'university') returning id)
       insert into positions (id, version, created_at, created_by_id, updated_at, updated_by_id, person_id, organization_id, title, ended)
       select $2, 1, now(), $3, now(), $3, $1, id, '{"en": "Rector"}', false from university`,
      [id, other.replace(/..$/, '98'), OFFICE],
    );
    await owner.query(`update positions set person_id = $1, title = '{"en": "Dean"}'`, [other]);
    const mentions = `select jsonb_agg(to_jsonb(m)) from find_mentions($1, null) m`;
    await owner.query(`select erase_person($1, $2, now(), 'on request', (${mentions}), '[]')`, [id, OFFICE]);
    expect(await owner.query('select dossier, path from dossier_entries')).toEqual([
      {
        dossier: expect.stringMatching(/^of-█{11} [0-9A-F]{8}$/),
        path: expect.stringMatching(/^people\/of-█{11} [0-9A-F]{8}$/),
      },
    ]);
    const told = await owner.query(
      `select r.* from erasures cross join jsonb_array_elements(redacted) r where person_id = $1 and r ->> 'record_id' = $2`,
      [id, other],
    );
    const at = { table_name: 'dossier_entries', record_id: other, ranges: null };
    expect(told).toEqual(['dossier', 'path'].map((field) => ({ value: { ...at, field } })));
    expect(
      await owner.query(`select changes from history where table_name = 'positions' order by id`),
    ).toEqual([{ changes: {} }, { changes: { person_id: [id, other], title: null } }]);
    expect(await owner.query('select title from positions')).toEqual([{ title: { en: 'Dean' } }]);
  });

  it('is rewritten in history by erasing alone, also while somebody is erased', async () => {
    const id = await add(['Sun Zhiming']);
    const erase = `select public.erase_person($1, '${OFFICE}', now(), 'on request', '[]', '[]')`;
    await application.query(`update people set honorific = 'Mr' where id = $1`, [id]);
    const misused = application.transaction(async (tx) => {
      await tx.query(erase, [id]);
      await tx.query(`update history set changes = '{}'`);
    });
    await expect(misused).rejects.toMatchObject({
      code: '42501',
      message: expect.stringMatching(/^permission denied/),
    });
    await application.query(erase, [id]);
    await expect(owner.query(`update history set changes = '{}'`)).rejects.toMatchObject({ code: '42501' });
    await expect(application.query(erase, [id])).rejects.toMatchObject({ constraint: 'people_stay_erased' });
    expect(await owner.query('select person_id, reason from erasures where person_id = $1', [id])).toEqual([
      { person_id: id, reason: 'on request' },
    ]);
  });
});
