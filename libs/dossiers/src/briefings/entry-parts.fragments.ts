import { entryReference, figureFields, figuresOf } from '#briefings';
import { eventReference } from '#events';
import { type Sql, list, object, reference, shownName, shownText, sql } from '#platform';
import { doubtsOf, partOf, shownLanguage } from './part.fragments.js';

const MOST_FIGURES = 10;
const MOST_PARTS = 10;

const figure = object({
  id: sql`f.id`,
  ...figureFields(sql`f`, shownText),
  ...doubtsOf(sql`f`, sql`f.verification`),
});

function firstFigures(id: Sql): Sql {
  const order = sql`f.position, f.id`;
  const first = sql`(select f.* from ${figuresOf(id)} order by ${order} limit ${MOST_FIGURES}) f`;
  return list(figure, first, order);
}

function entryFields(entry: Sql): Record<string, Sql> {
  return {
    id: sql`${entry}.id`,
    kind: sql`${entry}.kind`,
    name: shownName(entry),
    text: shownText(sql`${entry}.text`),
    lang: shownLanguage(sql`${entry}.text`),
    status: sql`${entry}.status`,
    level: sql`${entry}.level`,
    since: sql`${entry}.since`,
    until: sql`${entry}.until`,
    ...doubtsOf(entry, sql`${entry}.verification`),
    figures: firstFigures(sql`${entry}.id`),
  };
}

/** The entries `part` that an entry consists of, in their order, and how many there are. */
function consistsOf(entry: Sql, part: Sql, further: Readonly<Record<string, Sql>> = {}): Record<string, Sql> {
  const all = sql`visible_entries(:caller) ${part}
    where ${part}.parent_id = ${entry}.id and ${part}.archived_at is null`;
  const order = sql`${part}.position, ${part}.id`;
  const first = sql`(select ${part}.* from ${all} order by ${order} limit ${MOST_PARTS}) ${part}`;
  return {
    partCount: sql`(select count(*) from ${all})`,
    parts: list(object({ ...entryFields(part), ...further }), first, order),
  };
}

const pillars = consistsOf(sql`n`, sql`pillar`, consistsOf(sql`pillar`, sql`measure`));

const hypotheses = list(
  object({ text: shownText(sql`h.value -> 'text'`), verification: sql`h.value ->> 'verification'` }),
  sql`jsonb_array_elements(n.hypotheses) with ordinality h(value, number)`,
  sql`h.number`,
);

const said = {
  speaker: reference(sql`visible_people(:caller)`, sql`n.speaker_id`),
  officeHeld: shownText(sql`n.office_held`),
  event: eventReference(sql`n.event_id`),
};

const FOUND = [sql`found_entries`];

function entriesThat(are: Sql, most: number, further: Readonly<Record<string, Sql>> = {}): Sql {
  return partOf({
    rows: sql`found_entries p where ${are}`,
    order: sql`not p.own, p.position, p.id`,
    most,
    joined: sql`join visible_entries(:caller) n on n.id = p.id`,
    item: object({ ...entryFields(sql`n`), ...further }),
    found: FOUND,
  });
}

const questions = partOf({
  rows: sql`(select p.id, p.own, p.position, q.value, q.number
    from found_entries p join visible_entries(:caller) n on n.id = p.id
    cross join lateral jsonb_array_elements(n.open_questions) with ordinality q(value, number)
    where p.questions > 0) p`,
  order: sql`not p.own, p.position, p.id, p.number`,
  most: MOST_PARTS,
  item: object({
    id: sql`p.value -> 'id'`,
    text: shownText(sql`p.value -> 'text'`),
    entry: entryReference(sql`p.id`),
    followUpId: sql`public.told(:caller::jsonb, p.value -> 'followUpId')`,
  }),
  found: FOUND,
});

const figures = partOf({
  rows: sql`(select f.id, f.position from ${figuresOf(sql`:id`)}) p`,
  order: sql`p.position, p.id`,
  most: MOST_FIGURES,
  joined: sql`join visible_figures(:caller) f on f.id = p.id`,
  item: figure,
});

/** What is known of it; what is part of a programme stands there. */
export const entryParts: Readonly<Record<string, Sql>> = {
  profile: entriesThat(sql`p.kind = 'profile' and p.own`, 3),
  figures,
  programmes: entriesThat(sql`p.kind = 'programme' and p.parent_id is null`, 3, pillars),
  policies: entriesThat(
    sql`(p.kind in ('policy', 'mechanism', 'recognition')
      or p.parent_id is null and p.kind not in ('profile', 'programme', 'term', 'statement'))`,
    MOST_PARTS,
  ),
  glossary: entriesThat(sql`p.kind = 'term'`, MOST_PARTS, { hypotheses }),
  statements: entriesThat(sql`p.kind = 'statement'`, 5, said),
  questions,
};
