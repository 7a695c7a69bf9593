import { Injectable, Logger } from '@nestjs/common';
import { AgendaItem, AgendaWriter, readTime, timesAfter } from '#agendas';
import { OFFICE } from '#identity';
import { Clock, type Transaction } from '#platform';
import { Records } from '#records';
import { MoreThan } from 'typeorm';

/** Where another booking has the room. */
const EXCLUSION_VIOLATION = '23P01';

/** Has what lies ahead follow newer time zone data: what clocks were to show stays, and the instants move. */
@Injectable()
export class ZoneCorrectionsService {
  private readonly logger = new Logger('Time zones');

  constructor(
    private readonly records: Records,
    private readonly agendas: AgendaWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Corrects the instants that older zone data made, once for each version: an instance with older data changes
   * nothing. It never throws: a server starts also where something cannot be corrected.
   * @param version of the runtime's zone data, such as `2026c`
   */
  async correct(version: string = process.versions['tz']!): Promise<void> {
    try {
      await this.records.transaction((tx) => this.correctFrom(tx, version));
    } catch (error) {
      this.logger.error('Times could not be held against the time zone data.', error);
    }
  }

  private async correctFrom(tx: Transaction, version: string): Promise<void> {
    await tx.query('insert into time_zone_data (version) values ($1) on conflict do nothing', [version]);
    const [data] = await tx.query<[{ version: string }]>('select version from time_zone_data for update');
    if (data.version >= version) return;
    const items = await tx.find(AgendaItem, {
      where: { startsAt: MoreThan(this.clock.now()) },
      order: { id: 'ASC' },
    });
    for (const item of items) await this.correctItem(tx, item);
    await this.correctPublished(tx);
    await tx.query('update time_zone_data set version = $1', [version]);
  }

  private async correctItem(tx: Transaction, item: AgendaItem): Promise<void> {
    const corrected = corrections(item);
    if (!corrected) return;
    try {
      const moved = { ...item, ...corrected, sequence: item.sequence + 1 };
      await tx.transaction((step) => this.agendas.updateAll(step, [moved], OFFICE));
    } catch (error) {
      if ((error as { code?: string }).code !== EXCLUSION_VIOLATION) throw error;
      await tx.query('update agenda_items set zone_changed = true where id = $1', [item.id]);
    }
  }

  private async correctPublished(tx: Transaction): Promise<void> {
    const published = await tx.query<PublishedTime[]>(AHEAD, [this.clock.now()]);
    const rows = published.flatMap((item) => {
      const corrected = corrections(item);
      return corrected ? [{ ...item.key, starts_at: corrected.startsAt, ends_at: corrected.endsAt }] : [];
    });
    await tx.query(
      `update published_items p set starts_at = r.starts_at, ends_at = r.ends_at
       from json_populate_recordset(null::public.published_items, $1) r
       where p.publication_id = r.publication_id and p.item_id = r.item_id`,
      [JSON.stringify(rows)],
    );
  }
}

type Timed = Pick<AgendaItem, 'startsAt' | 'startsLocal' | 'endsAt' | 'endsLocal' | 'timeZone'>;

interface PublishedTime extends Timed {
  readonly key: { readonly publication_id: string; readonly item_id: string };
}

const AHEAD = `
  select json_build_object('publication_id', publication_id, 'item_id', item_id) as key, starts_at as "startsAt",
    starts_local as "startsLocal", ends_at as "endsAt", ends_local as "endsLocal", time_zone as "timeZone"
  from published_items where starts_at > $1`;

/** The time of an item as the runtime's zone data make it of what clocks are to show; null where they show it already. */
function corrections(item: Timed & Partial<AgendaItem>): ReturnType<typeof timesAfter> | null {
  const { startsAt, startsLocal, endsAt, endsLocal, timeZone } = item;
  if (shows(startsAt, startsLocal, timeZone) && shows(endsAt, endsLocal, timeZone)) return null;
  const unzoned = {
    startsOffset: null,
    endsOffset: null,
    onDate: null,
    dayStartsAt: null,
    zoneChanged: false,
    ...item,
  };
  return timesAfter({ ...unzoned, timeZone: null }, {}, timeZone);
}

/** Whether clocks show this at an instant: in an hour that they repeat, they do at two. */
function shows(at: Date | null, local: string | null, zone: string | null): boolean {
  return at === null || readTime(at.toISOString(), zone ?? 'UTC').local === local;
}
