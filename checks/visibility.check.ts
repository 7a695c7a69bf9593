import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '#platform/testing';
import { type Source, readSources } from './sources.js';

/** Every table of records has a function that says which of its rows a caller may see. */
const TABLES = `
  select substr(proname, length('visible_') + 1) as name from pg_proc
  where pronamespace = 'public'::regnamespace and proname like 'visible\\_%' order by 1`;

/** What decides a write looks at every row of the table, whoever writes: the last number, what there is already. */
const WRITING = [
  ['libs/agendas/src/items/item-zones.ts', 'from places'],
  ['libs/agendas/src/items/item-zones.writer.ts', 'from agenda_items'],
  ['libs/agendas/src/items/item-zones.writer.ts', 'join agenda_items'],
  ['libs/agendas/src/items/item-zones.writer.ts', 'join events'],
  ['libs/duplicates/src/merges/mergeable.ts', 'join agenda_items'],
  ['libs/events/src/events/event-zones.ts', 'from events'],
  ['libs/follow-ups/src/follow-ups/event-follow-ups.writer.ts', 'from follow_ups'],
  ['libs/privacy/src/people-retention.service.ts', 'from people'],
  ['libs/schedules/src/publications/publications.service.ts', 'from agenda_publications'],
  ['libs/schedules/src/zone-corrections/zone-corrections.service.ts', 'from published_items'],
];

/** What helps those that write, and reads what it is about to change. */
const BY_ENTITY = [
  'libs/events/src/events/recorded-event.ts',
  'libs/follow-ups/src/follow-ups/followed-up.ts',
];

const BREACHES = [
  'select * from events e',
  'SELECT * FROM events',
  'select 1 from public.events where id = $1',
  'from places p\n  join "events" e on e.place_id = p.id',
  'left join agenda_items i on true',
  'from things t, events e',
  'from: sql`events e`',
  'reference(sql`events`, sql`e.parent_id`)',
  'from travel_times t',
];

const FINE = [
  'from visible_events(:caller) e',
  'join public.visible_agenda_items(:caller) i on i.event_id = e.id',
  'from event_legs l',
  'from events_in(:places)',
  'insert into events (id) values ($1)',
  'update events set status = $1',
  'What follows from event to event is said by links.',
];

describe('visibility', () => {
  let sources: Source[];
  let around: RegExp;

  beforeAll(async () => {
    sources = await readSources();
    around = patternOf(await tablesOfRecords());
  });

  it.each(BREACHES)('notices a statement that goes around it: %s', (text) => {
    expect(text.match(around)).not.toBeNull();
  });

  it.each(FINE)('lets pass: %s', (text) => {
    expect(text.match(around)).toBeNull();
  });

  it('is decided by the functions for it in every statement of the product that reads', () => {
    const found = sources.flatMap(({ path, text }) =>
      (text.match(around) ?? []).map((place) => [path, place]),
    );
    expect(found.toSorted()).toEqual(WRITING);
  });

  it('is gone around by entities only where they are written', () => {
    const byEntity = /\btx\.(?:find\w*|count\w*|exists\w*|maximum|createQueryBuilder)\(/;
    const reading = sources.filter(({ text }) => byEntity.test(text)).map(({ path }) => path);
    const others = reading.filter((path) => !/[.](?:writer|service)[.]ts$/.test(path));
    expect(others.toSorted()).toEqual(BY_ENTITY);
  });
});

async function tablesOfRecords(): Promise<string[]> {
  const test = await openTestDatabase();
  const { dataSource } = await test.connect();
  const rows = await dataSource.query<{ name: string }[]>(TABLES);
  await test.drop();
  return rows.map(({ name }) => name);
}

/** Finds a table after “from” or “join”, further on in a list after “from”, or handed on as a fragment of SQL. */
function patternOf(names: readonly string[]): RegExp {
  const table = `(?:public\\.)?"?(?:${names.join('|')})"?(?!\\w|\\s*\\()`;
  return new RegExp(
    `\\b(?:from|join)\\s+(?:[^\\s();\`]+(?:\\s+\\w+)?\\s*,\\s*)*${table}|sql\`\\s*${table}`,
    'gi',
  );
}
