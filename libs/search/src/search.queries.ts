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
  JsonText,
  type Sql,
  type Statement,
  Today,
  type Values,
  callerValues,
  joinSql,
  remember,
  sql,
  statement,
} from '#platform';
import { rankedCandidates, readingOfAsked } from './candidates.fragments.js';
import { hitOf } from './hits.fragments.js';
import { type FoundHit, markingOf } from './marks.js';
import { ObligationConcerns, idsOf } from './of-a-place-or-topic.fragments.js';
import type { SearchQuery, SearchView } from './search.dto.js';
import { kindsFor } from './searched-kinds.js';
import { hiding, isSeen } from './seen.fragments.js';

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
    return new JsonText(JSON.stringify({ ...found, items })).as<SearchView>();
  }

  private async read(query: SearchQuery, caller: Caller, nearest: boolean): Promise<Found> {
    const { limit, counts = false, q } = query;
    const readable: readonly string[] = kindsFor(caller.scopes);
    const asked = await this.ask<Asked>(readAsked, { q, how: nearest ? 'near' : 'part' });
    const [candidates, areMore] = await this.rank(query, caller, nearest, asked);
    if (candidates === '[]' && !nearest) return { items: [], nearest };
    return this.ask<Found>(readHits, {
      ...callerValues(caller),
      candidates,
      today: this.today.day(),
      readable,
      limit,
      counts,
      nearest,
      areMore: areMore === 'true' || asked.isTooMuch,
    });
  }

  private rank(
    query: SearchQuery,
    caller: Caller,
    nearest: boolean,
    asked: Asked,
  ): Promise<readonly (string | null)[]> {
    const { limit: _, counts: __, q: ___, kind, ...filters } = query;
    const readable = kindsFor(caller.scopes);
    const isNarrowed = kind !== undefined || caller.role === 'partner' || Object.keys(filters).length > 0;
    const text = rankedCandidates(this.conditions(filters, caller), nearest, { ...asked, isNarrowed });
    // What is looked up is planned alike for all words.
    const isAlike = !asked.abound && !asked.aboundUndated && !isNarrowed;
    return this.askRow((isAlike ? named : unnamed)(text), {
      ...filters,
      ...asked,
      ...callerValues(caller),
      today: this.today.day(),
      readable,
      kinds: kind ? readable.filter((one) => kind.includes(one)) : readable,
    });
  }

  private async ask<T>(asking: Statement, values: Values): Promise<T> {
    const [answer] = await this.askRow(asking, values);
    return JSON.parse(answer!) as T;
  }

  private async askRow(asking: Statement, values: Values): Promise<readonly (string | null)[]> {
    return (await this.database.readRow(asking, values))!;
  }

  private conditions(filters: Partial<SearchQuery>, caller: Caller): Sql {
    const within = (concern: 'place' | 'topic'): Sql[] =>
      filters[concern] ? [sql`w.record_id in (${this.concerning(concern)})`] : [];
    const conditions = [
      sql`w.in_use and w.kind = any (:kinds::text[])`,
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
    with candidates as materialized (
      select (given.one ->> 0)::uuid as record_id, given.one ->> 1 as kind, given.place
      from json_array_elements(:candidates::json) with ordinality given(one, place)),
    ranked as materialized (
      select c.record_id, c.kind, row_number() over (order by c.place) as place from candidates c where ${isSeen()})
    select json_build_object(
      'items', coalesce((select json_agg(${hitOf()} order by c.place) from ranked c where c.place <= :limit::int), '[]'::json),
      'total', (select count(*) from ranked),
      'isMore', exists (select from ranked) and :areMore::boolean,
      'nearest', :nearest::boolean,
      'counts', case when :counts::boolean then (select coalesce(json_object_agg(by_kind.kind, by_kind.count), '{}'::json)
        from (select kind, count(*) from ranked group by kind order by kind) by_kind) end)`,
);
