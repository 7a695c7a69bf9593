import { Injectable } from '@nestjs/common';
import { PLACE } from '#directory';
import { type Caller, Database, sql, statement } from '#platform';
import { type Named, recordsNamed } from '#records';

/** A place that a text names, how many it may name, or null where it names none. */
export type FoundPlace = { readonly id: string } | 'several' | null;

const placesNamed = statement(
  'places-of-import',
  recordsNamed(
    [PLACE],
    sql`(cardinality(:around::uuid[]) = 0 or e.id in (
      select w.id from unnest(:around::uuid[]) own(id) cross join lateral public.places_within(own.id) w))`,
  ),
);

/** Finds the places that calendars name. */
@Injectable()
export class ItemPlaces {
  constructor(private readonly database: Database) {}

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
    const { count, candidates } = (await this.database.readValue<Named>(placesNamed, caller, {
      name,
      around,
    }))!;
    if (count > 1) return 'several';
    return candidates[0] ? { id: candidates[0].id } : null;
  }
}
