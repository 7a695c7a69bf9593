import { Injectable } from '@nestjs/common';
import { type Caller, Database, sql, statement } from '#platform';
import { NameReader } from '#records';

/** A place that a text names, how many it may name, or null where it names none. */
export type FoundPlace = { readonly id: string } | 'several' | null;

const within = statement(
  'places-of-import',
  sql`select coalesce(json_agg(p.id), '[]'::json) from visible_places(:caller) p
      where p.id = any (:ids::uuid[]) and (cardinality(:around::uuid[]) = 0 or exists (
        select from unnest(:around::uuid[]) own(id) cross join lateral public.places_within(own.id) w
        where w.id = p.id))`,
);

/** Finds the places that calendars name. */
@Injectable()
export class ItemPlaces {
  constructor(
    private readonly database: Database,
    private readonly names: NameReader,
  ) {}

  /**
   * The place that each text names.
   * @param around where it is looked for, with all that is inside; everywhere where nothing is given
   */
  async find(
    texts: readonly string[],
    around: readonly string[],
    caller: Caller,
  ): Promise<Map<string, FoundPlace>> {
    const found = new Map<string, FoundPlace>();
    for (const text of new Set(texts)) found.set(text, await this.findOne(text, around, caller));
    return found;
  }

  /** A text that is no name itself may begin with one: a room stands before its house and its city. */
  private async findOne(text: string, around: readonly string[], caller: Caller): Promise<FoundPlace> {
    const [first = ''] = text.split(/[,;，；(（]/);
    for (const name of new Set([text, first.trim()])) {
      const found = name === '' ? null : await this.named(name, around, caller);
      if (found) return found;
    }
    return null;
  }

  private async named(name: string, around: readonly string[], caller: Caller): Promise<FoundPlace> {
    const { candidates } = await this.names.readNamed(['place'], name, caller);
    if (candidates.length === 0) return null;
    const ids = candidates.map(({ id }) => id);
    const inside = (await this.database.readValue<string[]>(within, caller, { ids, around }))!;
    if (inside.length > 1) return 'several';
    return inside[0] === undefined ? null : { id: inside[0] };
  }
}
