import 'reflect-metadata';
import type pg from 'pg';
import {
  Clock,
  type Config,
  type Database,
  type Statement,
  Today,
  type Values,
  callerOf,
  readConfig,
} from '#platform';
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
  const config: Config = { ...readConfig({}), publicUrl };
  const feed = new ForumFeed(database, new Today(new Clock(), config), config);
  return feed.read(Object.fromEntries(new URLSearchParams(url.split('?')[1])), caller);
}
