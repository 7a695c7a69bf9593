import { Injectable } from '@nestjs/common';
import { type Caller, Database, MovedAddresses, callerValues, sql, statement } from '#platform';
import { UUIDS } from '#vocabulary';

const became = statement(
  'merged-into',
  sql`select json_object_agg(one.id, seen_merged_into(:caller::jsonb, one.id)) from unnest(:ids::uuid[]) one(id)`,
);

/** Where records are that were merged into others. It is asked only for what is not found. */
@Injectable()
export class MergedAddresses extends MovedAddresses {
  constructor(private readonly database: Database) {
    super();
  }

  override async locate(url: string, caller: Caller): Promise<string | undefined> {
    const [path = '', ...query] = url.split('?');
    const ids = [...new Set(path.match(UUIDS)?.map((id) => id.toLowerCase()))];
    if (ids.length === 0 || !caller.actor) return undefined;
    const row = await this.database.readRow(became, { caller: callerValues(caller)['caller'], ids });
    const kept = JSON.parse(row?.[0] ?? '{}') as Readonly<Record<string, string | null>>;
    if (!ids.some((id) => kept[id])) return undefined;
    const moved = path.replaceAll(UUIDS, (id) => kept[id.toLowerCase()] ?? id);
    return [moved, ...query].join('?');
  }
}
