import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import type { BaselinePlan } from './baseline.plan.js';
import { readBack, transaction } from './baseline.transaction.js';

interface Leg {
  readonly placeId: string;
  readonly starts: string;
  readonly ends: string;
}

interface Item {
  readonly kind: string;
  readonly title: object;
  readonly leg: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Visit {
  readonly names: object;
  readonly summary: object;
  readonly direction: string;
  readonly category: string;
  readonly status: string;
  readonly starts: string;
  readonly ends: string;
  readonly placeId: string;
  readonly delegationIds: readonly string[];
  readonly legs: readonly Leg[];
  readonly agenda: readonly Item[];
}

const INSERT_EVENT = {
  name: 'insert-event',
  text: `insert into events (id, version, created_at, created_by_id, updated_at, updated_by_id, kind, names, summary, direction, category,
    status, starts, ends, place_id, time_zone, zone_given, uid, sequence, objectives, visibility, agenda_complete)
    values ($1::uuid, 1, $2, $3, $2, $3, 'visit', $4, $5, $6, $7, $8, $9, $10, $11, $12, false, $13, 0, '[]', 'internal', false)`,
};
const INSERT_LEGS = collection('event_legs', 'id, event_id, position, place_id, starts, ends');
const INSERT_LINKS = collection('visit_delegations', 'event_id, delegation_id, position');
const INSERT_ITEMS = collection(
  'agenda_items',
  `id, version, created_at, created_by_id, updated_at, updated_by_id, event_id, leg_id, position, kind, title, starts_at, ends_at,
   starts_local, ends_local, zone_changed, time_zone, languages, audience, status, uid, sequence`,
);
const INSERT_CHANGES = collection('status_changes', 'id, record_id, to_status, at, by_id');

function collection(table: string, columns: string): { name: string; text: string } {
  return {
    name: `insert-${table}`,
    text: `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
  };
}

/** Writes visits as a bare server would: its own SQL, by named statements, in one transaction. */
export class VisitWriter {
  constructor(
    private readonly pool: pg.Pool,
    private readonly plan: Pick<BaselinePlan, 'actorId' | 'oneVisit'>,
  ) {}

  /** Records a visit with its legs, delegations and agenda, and gives it as it is read. */
  create(body: object): Promise<string> {
    const visit = body as Visit;
    const [id, at, by] = [randomUUIDv7(), new Date(), this.plan.actorId];
    return transaction(this.pool, async (client) => {
      const zones = await zonesOf(client, [visit.placeId, ...visit.legs.map(({ placeId }) => placeId)]);
      await client.query({ ...INSERT_EVENT, values: [id, at, by, ...columnsOf(visit, zones), id] });
      const legs = visit.legs.map((leg, position) => toLeg(id, leg, position));
      await insert(client, INSERT_LEGS, legs);
      await insert(
        client,
        INSERT_LINKS,
        visit.delegationIds.map((delegation_id, position) => ({ event_id: id, delegation_id, position })),
      );
      const stamp = {
        version: 1,
        created_at: at,
        created_by_id: by,
        updated_at: at,
        updated_by_id: by,
        event_id: id,
      };
      const items = visit.agenda.map((item, position) => toItem(stamp, item, position, legs, zones));
      await insert(client, INSERT_ITEMS, items);
      const changes = [{ id, status: visit.status }, ...items].map((record) => toChange(record, at, by));
      await insert(client, INSERT_CHANGES, changes);
      return readBack(client, this.plan.oneVisit, id);
    });
  }

  /** Changes the category of a visit of this version; null where it has another by now. */
  change(id: string, version: number, body: object): Promise<string | null> {
    return transaction(this.pool, async (client) => {
      const found = await client.query<{ version: number }>({
        name: 'lock-event',
        text: `select version from events where id = $1 and kind = 'visit' and archived_at is null for no key update`,
        values: [id],
      });
      if (found.rows[0]?.version !== version) return null;
      await client.query({
        name: 'change-event',
        text: 'update events set category = $2, version = version + 1, updated_at = $3, updated_by_id = $4 where id = $1',
        values: [id, (body as Visit).category, new Date(), this.plan.actorId],
      });
      return readBack(client, this.plan.oneVisit, id);
    });
  }
}

function columnsOf(
  { names, summary, direction, category, status, starts, ends, placeId }: Visit,
  zones: ReadonlyMap<string, string>,
): unknown[] {
  const texts = [JSON.stringify(names), JSON.stringify(summary)];
  return [...texts, direction, category, status, starts, ends, placeId, zones.get(placeId)];
}

function toLeg(event_id: string, { placeId: place_id, starts, ends }: Leg, position: number) {
  return { id: randomUUIDv7(), event_id, position, place_id, starts, ends };
}

function toChange(
  { id: record_id, status: to_status }: { id: string; status: string },
  at: Date,
  by_id: string,
) {
  return { id: randomUUIDv7(), record_id, to_status, at, by_id };
}

async function insert(
  client: pg.PoolClient,
  statement: { name: string; text: string },
  rows: readonly object[],
): Promise<void> {
  await client.query({ ...statement, values: [JSON.stringify(rows)] });
}

async function zonesOf(client: pg.PoolClient, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; zone: string }>({
    name: 'zones',
    text: 'select id, public.zone_of_place(id) as zone from places where id = any ($1)',
    values: [ids],
  });
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}

function toItem(
  stamp: object,
  { kind, title, leg, startsAt, endsAt }: Item,
  position: number,
  legs: readonly { id: string; place_id: string }[],
  zones: ReadonlyMap<string, string>,
) {
  const id = randomUUIDv7();
  const { id: leg_id, place_id } = legs[leg]!;
  const time_zone = zones.get(place_id)!;
  const local = {
    starts_local: localOf(startsAt, time_zone),
    ends_local: localOf(endsAt, time_zone),
    zone_changed: false,
  };
  const when = { starts_at: startsAt, ends_at: endsAt, ...local, time_zone };
  const rest = { languages: [], audience: 'guests', status: 'proposed', uid: id, sequence: 0 };
  return { ...stamp, id, leg_id, position, kind, title, ...when, ...rest };
}

function localOf(time: string, zone: string): string {
  return Temporal.Instant.from(time)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}
