import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ItemConcerns } from '#agendas';
import { AgreementConcerns } from '#agreements';
import { type Concerns, EventConcerns } from '#events';
import { FollowUpConcerns, OutcomeConcerns } from '#follow-ups';
import {
  type Caller,
  Database,
  type Json,
  type Sql,
  type Statement,
  Today,
  type Values,
  callerValues,
  joinSql,
  jsonOf,
  remember,
  sql,
  statement,
} from '#platform';
import { rankedCandidates, readingOfAsked } from './candidates.fragments.js';
import { hitOf } from './hits.fragments.js';
import { type FoundHit, markingOf } from './marks.js';
import { ObligationConcerns, idsOf } from './of-a-place-or-topic.fragments.js';
import type { SearchQuery, SearchView } from './search.dto.js';
import { SEARCHED_KINDS, type SearchedKind, kindsFor } from './searched-kinds.js';
import { hiding } from './seen.fragments.js';

/** How agreements, outcomes and follow-ups concern what is asked for. */
@Injectable()
export class OtherConcerns {
  readonly all: readonly Concerns[];

  constructor(agreements: AgreementConcerns, outcomes: OutcomeConcerns, followUps: FollowUpConcerns) {
    this.all = [agreements, new ObligationConcerns(agreements), outcomes, followUps];
  }
}

/** Reads what is found, of every kind together. */
@Injectable()
export class SearchQueries {
  private readonly concerns: readonly Concerns[];

  constructor(
    private readonly database: Database,
    private readonly today: Today,
    events: EventConcerns,
    items: ItemConcerns,
    others: OtherConcerns,
  ) {
    this.concerns = [events, items, ...others.all];
  }

  /** What is found, best first; where nothing is, what is written almost so. */
  async find(query: SearchQuery, caller: Caller): Promise<Json<SearchView>> {
    const whole = await this.read(query, caller, false);
    const found = whole.items.length > 0 ? whole : await this.read(query, caller, true);
    const items = found.items.map(markingOf(query.q, found.nearest));
    return jsonOf({ ...found, items } as SearchView);
  }

  private async read(query: SearchQuery, caller: Caller, nearest: boolean): Promise<Found> {
    const asked = await this.ask<Asked>(readAsked, { q: query.q, how: nearest ? 'near' : 'part' });
    const [first, total, areMore, counts] = await this.rank(query, caller, nearest, asked);
    if (first === '[]' && !nearest) return { items: [], nearest };
    return this.ask<Found>(readHits, {
      ...callerValues(caller),
      first,
      today: this.today.day(),
      total,
      isMore: total !== '0' && (areMore === 'true' || asked.isTooMuch),
      nearest,
      counts,
    });
  }

  private rank(
    query: SearchQuery,
    caller: Caller,
    nearest: boolean,
    asked: Asked,
  ): Promise<readonly (string | null)[]> {
    const { limit, counts = false, q: _, kind, ...filters } = query;
    const readable = kindsFor(caller.scopes);
    const isNarrowed = kind !== undefined || caller.role === 'partner' || Object.keys(filters).length > 0;
    const kinds = kind ? readable.filter((one) => kind.includes(one)) : readable;
    const where = this.conditions(filters, kinds, caller);
    const text = rankedCandidates(where, nearest, { ...asked, isNarrowed });
    // What is looked up is planned alike for all words.
    const isAlike = !asked.abound && !asked.aboundUndated && !isNarrowed;
    return this.askRow((isAlike ? named : unnamed)(text), {
      ...filters,
      ...asked,
      ...callerValues(caller),
      limit,
      counts,
      today: this.today.day(),
      readable,
      kinds,
    });
  }

  private async ask<T>(asking: Statement, values: Values): Promise<T> {
    const [answer] = await this.askRow(asking, values);
    return JSON.parse(answer!) as T;
  }

  private async askRow(asking: Statement, values: Values): Promise<readonly (string | null)[]> {
    return (await this.database.readRow(asking, values))!;
  }

  private conditions(filters: Partial<SearchQuery>, kinds: readonly SearchedKind[], caller: Caller): Sql {
    const within = (concern: 'place' | 'topic'): Sql[] =>
      filters[concern] ? [sql`w.record_id in (${this.concerning(concern)})`] : [];
    const conditions = [
      sql`w.in_use`,
      ...(kinds.length < SEARCHED_KINDS.length ? [sql`w.kind = any (:kinds::text[])`] : []),
      ...within('place'),
      ...within('topic'),
      ...(filters.from ? [sql`w.day >= :from::date`] : []),
      ...(filters.to ? [sql`w.first_day <= :to::date`] : []),
      ...hiding(caller),
    ];
    return joinSql(conditions, sql` and `);
  }

  private concerning(concern: 'place' | 'topic'): Sql {
    return joinSql([idsOf(concern), ...this.concerns.map((by) => by.concerning(concern))], sql` union all `);
  }
}

interface Asked {
  readonly names: string;
  readonly wholeNames: string;
  readonly texts: string;
  readonly phrases: readonly string[];
  readonly plain: string;
  readonly whole: readonly string[];
  readonly parts: readonly string[];
  readonly abound: boolean;
  readonly aboundUndated: boolean;
  readonly aboundWhole: boolean;
  readonly isTooMuch: boolean;
}

interface Found {
  readonly nearest: boolean;
  readonly items: readonly FoundHit[];
}

const readAsked = statement('what is asked for', readingOfAsked);

// Unnamed, so that it is planned for the words at hand. How hits are told takes long to plan: as JSON, the candidates seem as
// many as ever, so that Postgres soon plans it no more.
const unnamed = remember(200, (text) => statement(undefined, text as Sql));
const named = remember(10, (text) => statement(`found-${hash('sha1', text, 'hex')}`, text as Sql));

const readHits = statement(
  'hits',
  sql`
    with first as materialized (
      select (given.one ->> 0)::uuid as record_id, given.one ->> 1 as kind, given.place
      from json_array_elements(:first::json) with ordinality given(one, place)),
    told as materialized (select c.place, ${hitOf()} as hit from first c)
    select json_build_object(
      'items', coalesce((select json_agg(hit order by place) from told where hit is not null), '[]'::json),
      'total', :total::int,
      'isMore', :isMore::boolean,
      'nearest', :nearest::boolean,
      'counts', :counts::json)`,
);
