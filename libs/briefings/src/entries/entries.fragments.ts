import { agendaItemReference } from '#agendas';
import { eventReference, topicsOf } from '#events';
import {
  type Collection,
  type Sql,
  allOf,
  fewOf,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  shownText,
  sql,
} from '#platform';
import {
  type RecordKind,
  namedFields,
  statusHistory,
  subjectReference,
  visibilityOf,
  visibleToOf,
} from '#records';
import { figureSummary, figuresOf } from '../figures/figures.fragments.js';
import { linkedEntries } from '../links/entry-links.fragments.js';

const MOST_SHOWN = 200;

/** `{ id, name }` of an entry, or null where there is none for the caller. */
export function entryReference(id: Sql): Sql {
  return reference(sql`visible_entries(:caller)`, id);
}

const children = sql`visible_entries(:caller) c where c.parent_id = e.id and c.archived_at is null`;
const figures = figuresOf(sql`e.id`);

const entry = {
  ...namedFields(sql`e`),
  kind: sql`e.kind`,
  status: sql`e.status`,
  ...visibilityOf(sql`e`),
  level: sql`e.level`,
  position: sql`e.position`,
  parent: entryReference(sql`e.parent_id`),
  place: reference(sql`visible_places(:caller)`, sql`e.place_id`),
  organization: reference(sql`visible_organizations(:caller)`, sql`e.organization_id`),
  person: reference(sql`visible_people(:caller)`, sql`e.person_id`),
  topic: reference(sql`visible_topics(:caller)`, sql`e.topic_id`),
  series: reference(sql`visible_forum_series(:caller)`, sql`e.series_id`),
  relationship: reference(sql`visible_relationships(:caller)`, sql`e.relationship_id`),
  since: sql`e.since`,
  until: sql`e.until`,
  verification: sql`e.verification`,
};

const part = referenceTo(sql`c`, { name: shownName(sql`c`), kind: sql`c.kind` });
const named = {
  topics: topicsOf(sql`entry_topics`, sql`entry_id`, sql`e.id`),
  issuers: organizationsOf(sql`entry_issuers`),
  actors: organizationsOf(sql`entry_actors`),
};

/** A row `e` of `visible_entries` in a list. */
export const entryItem = object({
  ...entry,
  text: shownText(sql`e.text`),
  ...fewOf({
    children: [part, children, sql`c.position, c.id`],
    figures: [figureSummary(sql`f`), figures, sql`f.position, f.id`],
    questions: [
      shownText(sql`q.value -> 'text'`),
      sql`jsonb_array_elements(e.open_questions) with ordinality q`,
      sql`q.ordinality`,
    ],
    ...named,
  }),
});

const details = {
  ...visibleToOf(sql`e`),
  names: sql`e.names`,
  childCount: sql`(select count(*) from ${children})`,
  figureCount: sql`(select count(*) from ${figures})`,
  text: sql`e.text`,
  ...allOf(named),
  places: list(
    reference(sql`visible_places(:caller)`, sql`x.place_id`),
    sql`entry_places x where x.entry_id = e.id`,
    sql`x.position`,
  ),
  layout: sql`e.layout`,
  datesNote: sql`e.dates_note`,
  event: eventReference(sql`e.event_id`),
  item: agendaItemReference(sql`e.item_id`),
  speaker: reference(sql`visible_people(:caller)`, sql`e.speaker_id`),
  officeHeld: sql`e.office_held`,
  language: sql`e.language`,
  hypotheses: sql`e.hypotheses`,
  openQuestions: sql`case when e.open_questions @? '$[*].followUpId ? (@ != null)'
    then public.told(:caller::jsonb, e.open_questions) else e.open_questions end`,
  children: list(
    part,
    sql`(select c.* from ${children} order by c.position, c.id limit ${MOST_SHOWN}) c`,
    sql`c.position, c.id`,
  ),
  figures: list(
    figureSummary(sql`f`),
    sql`(select f.* from ${figures} order by f.position, f.id limit ${MOST_SHOWN}) f`,
    sql`f.position, f.id`,
  ),
  links: linkedEntries(sql`k.entry_id`, sql`k.to_id`),
  linkedFrom: linkedEntries(sql`k.to_id`, sql`k.entry_id`),
  statusHistory: statusHistory(sql`e.id`),
};

/** A row `e` of `visible_entries` with everything, which may speak of a record of one of some kinds. */
export function entryView(kinds: readonly RecordKind[]): Sql {
  return object({ ...entry, ...details, record: subjectReference(kinds, sql`e`) });
}

function organizationsOf(table: Sql): Collection {
  return [
    reference(sql`visible_organizations(:caller)`, sql`x.organization_id`),
    sql`${table} x where x.entry_id = e.id`,
    sql`x.position`,
  ];
}
