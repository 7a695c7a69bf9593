import { describe, expect, it } from '@jest/globals';
import { readSources } from './sources.js';

/** Tables that carry a visibility; they are read through visible_events(caller) and visible_agenda_items(caller). */
const TABLES = '(?:public\\.)?"?(?:events|agenda_items)"?(?!\\w|\\s*\\()';

/** A table after “from” or “join”, further on in a list after “from”, or handed on as a fragment of SQL. */
const AROUND = new RegExp(
  `\\b(?:from|join)\\s+(?:[^\\s();\`]+(?:\\s+\\w+)?\\s*,\\s*)*${TABLES}|sql\`\\s*${TABLES}`,
  'gi',
);

const BREACHES = [
  'select * from events e',
  'SELECT * FROM events',
  'select 1 from public.events where id = $1',
  'from places p\n  join "events" e on e.place_id = p.id',
  'left join agenda_items i on true',
  'from places p, events e',
  'from: sql`events e`',
  'reference(sql`events`, sql`e.parent_id`)',
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
  it.each(BREACHES)('notices a statement that goes around it: %s', (text) => {
    expect(text.match(AROUND)).not.toBeNull();
  });

  it.each(FINE)('lets pass: %s', (text) => {
    expect(text.match(AROUND)).toBeNull();
  });

  it('is decided by the functions for it in every statement of the product', async () => {
    const sources = await readSources();
    expect(
      sources.flatMap(({ path, text }) => (text.match(AROUND) ?? []).map((found) => [path, found])),
    ).toEqual([]);
  });
});
