import 'reflect-metadata';
import type pg from 'pg';
import { type CalendarFile, ICALENDAR, LinkContents, PrivateCalendars } from '#calendars';
import { hashOf } from '#identity';
import { Clock, type Config, type Database, type Statement, Today, type Values, readConfig } from '#platform';
import { queryOf } from './query.js';

/** A private calendar by the same statements and the same writer, from caches that are always empty. */
export async function readPrivateCalendar(
  pool: pg.Pool,
  publicUrl: string,
  url: string,
): Promise<CalendarFile> {
  const database = {
    readRow: async (statement: Statement, values: Values) =>
      (await pool.query<(string | null)[]>(queryOf(statement, values))).rows[0],
    transaction: async () => undefined,
  } as unknown as Database;
  const config: Config = { ...readConfig({}), publicUrl };
  const clock = new Clock();
  const secret = /([\w-]+)\.ics$/.exec(url)![1]!;
  const link = await new LinkContents(database, clock, new Today(clock, config), config).open(hashOf(secret));
  return new PrivateCalendars().write(link!, {}, ICALENDAR);
}
