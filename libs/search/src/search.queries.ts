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
  Today,
  callerValues,
  joinSql,
  remember,
  sql,
  statement,
} from '#platform';
import { candidatesOf, fitOf, nearnessOf } from './candidates.fragments.js';
import { hitOf, isSeen } from './hits.fragments.js';
import { type FoundHit, markHit } from './marks.js';
import type { SearchQuery, SearchView } from './search.dto.js';
import { kindsFor } from './searched-kinds.js';

/** How agreements, outcomes and follow-ups concern what is asked for. */
@Injectable()
export class OtherConcerns {
  readonly all: readonly Concerns[];

  constructor(agreements: AgreementConcerns, outcomes: OutcomeConcerns, followUps: FollowUpConcerns) {
    this.all = [agreements, outcomes, followUps];
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
    const items = found.items.map((hit) => markHit(hit, query.q));
    return new JsonText(JSON.stringify({ ...found, items })).as<SearchView>();
  }

  private async read(query: SearchQuery, caller: Caller, nearest: boolean): Promise<Found> {
    const { limit, counts = false, kind, ...filters } = query;
    const readable = kindsFor(caller.scopes);
    const values = {
      ...filters,
      ...callerValues(caller),
      today: this.today.day(),
      readable: readable as string[],
      kinds: kind ? readable.filter((one) => kind.includes(one)) : readable,
      limit,
    };
    const text = searchStatement(this.conditions(filters, caller), nearest, counts);
    return JSON.parse((await this.database.readRow(unnamed(text), values))![0]!) as Found;
  }

  private conditions(filters: Partial<SearchQuery>, caller: Caller): Sql {
    const within = (concern: 'place' | 'topic'): Sql[] =>
      filters[concern] ? [sql`w.record_id in (${this.concerning(concern)})`] : [];
    const conditions = [
      sql`w.in_use and w.kind = any (:kinds::text[])`,
      ...within('place'),
      ...within('topic'),
      ...(filters.from ? [sql`w.day >= :from::date`] : []),
      ...(filters.to ? [sql`w.day <= :to::date`] : []),
      // A partner sees so little that it would be lost among the candidates.
      ...(caller.role === 'partner' ? [sql`public.record_seen(:caller, w.kind, w.record_id)`] : []),
    ];
    return joinSql(conditions, sql` and `);
  }

  private concerning(concern: 'place' | 'topic'): Sql {
    return joinSql(
      this.concerns.map((by) => by.concerning(concern)),
      sql` union all `,
    );
  }
}

interface Found {
  readonly items: readonly FoundHit[];
}

// Unnamed, so that it is planned for the words at hand.
const unnamed = remember(200, (text) => statement(undefined, text as Sql));

function searchStatement(where: Sql, nearest: boolean, counts: boolean): Sql {
  const names = nearest
    ? sql`(select public.names_asked(:q, null, 'near'))`
    : sql`public.names_with(:q, null)`;
  const texts = nearest ? null : sql`public.texts_asked(:q)`;
  const counted = sql`(select coalesce(json_object_agg(by_kind.kind, by_kind.count), '{}'::json)
    from (select kind, count(*) from ranked group by kind order by kind) by_kind)`;
  return sql`
    with candidates as materialized (${candidatesOf({ names, texts, where })}),
    ranked as materialized (
      select c.*, row_number() over (order by c.share, ${nearest ? nearnessOf : fitOf}, abs(c.day - :today::date) nulls first, c.spelled[1], c.record_id) as place
      from candidates c where ${isSeen()})
    select json_build_object(
      'items', coalesce((select json_agg(${hitOf()} order by c.place) from ranked c where c.place <= :limit::int), '[]'::json),
      'total', (select count(*) from ranked),
      'isMore', exists (select from ranked) and ((select count(*) >= 1000 from candidates) or public.asks_too_much(:q)),
      'nearest', ${nearest ? sql`true` : sql`false`},
      'counts', ${counts ? counted : sql`null`})`;
}
