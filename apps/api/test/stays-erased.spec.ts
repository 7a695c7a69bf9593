import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aFigure, anEntry } from '#briefings/testing';
import { named } from '#directory/testing';
import { aParticipation } from '#participants/testing';
import { aSource } from '#sources/testing';
import { DataSource } from 'typeorm';
import type { Answer, Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { REFERENCES, type Wholes, recordWholes } from './references.js';

const ANY = { 'if-match': '*' };
const WHY = { 'corteo-reason': 'visa office' };
const TITLE = { en: 'Rector' };
const REFUSED = [409, 'person.erased'];

/** Every column that is emptied when a person is erased, but for those of the person. */
const EMPTIED = `
  select f.table_name as "table", f.owner, a.attname as "column",
    case when a.atttypid = 'jsonb'::regtype and f.emptied -> own <> 'null' then jsonb_typeof(f.emptied -> own)
      else format_type(a.atttypid, null) end as type
  from personal_fields() f cross join lateral jsonb_object_keys(f.emptied) own
  join pg_attribute a on a.attrelid = f.table_name::regclass and a.attname = own
  where f.table_name <> 'people' order by 1, 2, 3`;

/** Something to write there, by the type of the column or of what is in it. */
const TOLD: Readonly<Record<string, string>> = {
  text: `'told'`,
  jsonb: `'{"en": "told"}'`,
  object: `'{"en": "told"}'`,
  array: `'[{"text": "told", "lang": "en", "kind": "official"}]'`,
  'text[]': `'{it}'`,
};

/** What is there of a person who is erased. */
interface Own {
  readonly position: Recorded;
  readonly member: Recorded;
  readonly participation: Recorded;
  readonly signatory: Recorded;
  readonly entry: Recorded;
  readonly statement: Recorded;
  readonly relation: Recorded;
  readonly citation: Recorded;
  readonly figure: Recorded;
}

async function recordOwn(office: Office, within: Wholes, person: Recorded): Promise<Own> {
  const { visit, delegation, agreement, party, organization, place } = within;
  const personId: string = person.id;
  const { id: sourceId } = await office.record('/v1/sources', aSource());
  const entry = await office.record('/v1/entries', anEntry({ personId }));
  const position = await office.record(`${person.at}/positions`, {
    organizationId: organization.id,
    title: TITLE,
  });
  return {
    position,
    entry,
    member: await office.record(`${delegation.at}/members`, { personId, title: TITLE }),
    participation: await office.record(`${visit.at}/participants`, aParticipation({ personId })),
    signatory: await office.record(`${agreement.at}/signatories`, { partyId: party.id, personId }),
    statement: await office.record(
      '/v1/entries',
      anEntry({ placeId: place.id, kind: 'statement', speakerId: personId }),
    ),
    relation: await office.record(`${organization.at}/relations`, {
      kind: 'founded_by',
      toPersonId: personId,
    }),
    citation: await office.record('/v1/citations', { recordId: position.id, sourceId, field: 'title' }),
    figure: await office.record('/v1/figures', aFigure(entry.id)),
  };
}

describe('a person who was erased', () => {
  let office: Office;
  let within: Wholes;
  let another: Wholes;
  let person: Recorded;
  let own: Own;

  beforeAll(async () => {
    office = await openOffice({ PROTECTED_KEY: Buffer.alloc(32).toString('base64') });
    within = await recordWholes(office);
    person = await office.record('/v1/people', { names: named('Veluqra Qoxzimark') });
    own = await recordOwn(office, within, person);
    await office.record(`${within.visit.at}/agenda`, anAgendaItem({ audience: 'public' }));
    await office.post(`${person.at}/erasure`, { reason: 'on request' });
    another = await recordWholes(office);
  }, 60_000);
  afterAll(() => office.close());

  const told = ({ status, body }: Answer): unknown[] => [status, body.code];

  it.each(REFERENCES.filter(([, referred]) => referred === 'person'))(
    'is referred to by no new %s as a %s: %s',
    async (_kind, _referred, _pointer, path, body) => {
      expect(told(await office.post(path(another), body(person.id, another)))).toEqual(REFUSED);
    },
  );

  it('gets no records, nor is anything told of those there are', async () => {
    const { id: sourceId } = await office.record('/v1/sources', aSource());
    const { body: actors } = await office.get('/v1/actors?kind=holder');
    const organizationId = within.organization.id;
    const answers = [
      await office.put(`${person.at}/protected-profile`, { birthDate: '1970-01-01' }, WHY),
      await office.post(`${person.at}/positions`, { organizationId, title: TITLE }),
      await office.patch(`/v1/actors/${actors.items[0].id}`, { personId: person.id }, ANY),
      await office.post('/v1/citations', {
        recordId: person.id,
        sourceId,
        field: 'email',
        value: 'q@example.org',
      }),
      await office.post('/v1/citations', { recordId: own.member.id, sourceId }),
      await office.post('/v1/figures', aFigure(own.entry.id)),
      await office.patch(own.position.at, { title: TITLE }, ANY),
      await office.patch(own.member.at, { notes: TITLE }, ANY),
      await office.patch(own.entry.at, { text: TITLE }, ANY),
    ];
    expect(answers.map(told)).toEqual(answers.map(() => REFUSED));
  });

  it('is told of in no field that was emptied', async () => {
    const database = office.provider(DataSource);
    const fields = await database.query<Record<'table' | 'owner' | 'column' | 'type', string>[]>(EMPTIED);
    const ids = [person, ...Object.values(own)].map(({ id }: Recorded) => id);
    const refused: unknown[] = [];
    for (const { table, owner, column, type } of fields) {
      const update = `update ${table} set ${column} = ${TOLD[type]} where ${owner} = any ($1) and id = any ($1)`;
      const refusal = await database.query(update, [ids]).catch((error: unknown) => error);
      refused.push([table, owner, column, (refusal as { constraint?: string }).constraint]);
    }
    expect(refused).toEqual(
      fields.map(({ table, owner, column }) => [table, owner, column, 'people_stay_erased']),
    );
  });

  it('stays where they were, as one who came, was ranked, and was expected', async () => {
    const answers = [
      await office.patch(own.member.at, { role: 'head', precedence: 1 }, ANY),
      await office.post(`${own.member.at}/transitions`, { to: 'accepted', reason: 'said so' }),
      await office.patch(own.position.at, { until: '2026', ended: true }, ANY),
      await office.patch(own.statement.at, { text: { en: 'We shall cooperate' } }, ANY),
      await office.post(`${within.visit.at}/agenda/publications`),
      await office.delete(own.participation.at, ANY),
      await office.post(`${own.participation.at}/restore`, {}, ANY),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201, 204, 200]);
  });
});
