import 'reflect-metadata';
import type pg from 'pg';
import { Clock, type Config, type Database, type Statement, type Values, callerOf } from '#platform';
import { type CalendarFile, ForumFeed } from '#calendars';
import { queryOf } from './query.js';
import { LANGUAGES } from './operations.js';

const caller = callerOf({ headers: { 'accept-language': LANGUAGES } });

/** The feed by the same statement and the same writer, from a cache that is always empty. */
export function readFeed(pool: pg.Pool, publicUrl: string, url: string): Promise<CalendarFile> {
  const database = {
    readRow: async (statement: Statement, values: Values) =>
      (await pool.query<(string | null)[]>(queryOf(statement, values))).rows[0],
  } as Database;
  const feed = new ForumFeed(database, new Clock(), { publicUrl } as Config);
  return feed.read(Object.fromEntries(new URLSearchParams(url.split('?')[1])), caller);
}
