import { hash } from 'node:crypto';
import { Inject, Injectable, type Type } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Sql,
  Today,
  type Values,
  callerValues,
  factsOfFields,
  joinSql,
  remember,
  sql,
  statement,
} from '#platform';
import type { Verification } from '#vocabulary';
import { CITED_RECORDS, type CitedRecords } from '../cited-records.js';
import { withChosenFields } from './chosen-fields.js';
import type { LastKey } from './cursor.js';
import { Cursors } from './cursors.js';
import { Kinds } from '../kinds/kinds.js';
import type { PageQuery } from './list-query.dto.js';
import { readWords } from './asked-words.js';
import type { Filters, ListDefinition, Sort } from './list-definition.js';

/** Reads pages of lists by keyset: the cost of a page does not depend on how many came before. */
@Injectable()
export class Lists {
  constructor(
    private readonly database: Database,
    private readonly today: Today,
    @Inject(CITED_RECORDS) private readonly cited: CitedRecords,
    private readonly kinds: Kinds,
    private readonly cursors: Cursors,
  ) {}

  /**
   * One page, as `{ items, nextCursor, total?, isMore? }`.
   * @param at what the address says besides the query, for the `where` of the list
   */
  async read<Q extends PageQuery & { sort?: string; fields?: string }, V>(
    list: ListDefinition<Q>,
    query: Q,
    caller: Caller,
    at: Values = {},
  ): Promise<Json<V>> {
    const { limit, cursor, count, fields, sort = Object.keys(list.sorts)[0]!, ...filters } = query;
    const definition = withChosenFields(this.withSeen(this.adaptList(list, query), query), fields);
    const asked = { ...at, ...filters };
    const after = cursor === undefined ? undefined : await this.cursors.read(list.name, sort, asked, cursor);
    const words = await readWords(this.database, definition.filters, filters);
    // What a partner sees is little, and is planned for by the organizations it acts for. What few rows hold leads any plan.
    const isNamed =
      (definition.prepared || words?.areMany === false) && caller.role !== 'partner' && fields === undefined;
    const toStatement = isNamed ? named : unnamed;
    const conditions = conditionsOf(definition.filters, filters, words?.areMany);
    const page = toStatement(
      pageStatement(definition, definition.sorts[sort]!, conditions, { after, count }),
    );
    // The caller's values come last: `archived` is a word in the query and a boolean in the statement.
    const values = {
      ...asked,
      ...words?.values,
      ...callerValues(caller),
      ...(page.parameters.includes('today') ? { today: this.today.day() } : {}),
      limit,
      ...(after ? { afterKey: after[0], afterId: after[1] } : {}),
    };
    const row = (await this.database.readRow(page, values))!;
    return this.pageOf(row, words?.isMore, (last) => this.cursors.write(list.name, sort, asked, last));
  }

  private async pageOf<V>(
    [items, last, total]: readonly (string | null)[],
    isMore: boolean | undefined,
    writeCursor: (last: LastKey) => Promise<string>,
  ): Promise<Json<V>> {
    const next = last ? await writeCursor(JSON.parse(last) as LastKey) : undefined;
    const further = `${total ? `,"total":${total}` : ''}${isMore && items !== '[]' ? ',"isMore":true' : ''}`;
    const text = `{"items":${items},"nextCursor":${next ? `"${next}"` : 'null'}${further}}`;
    return new JsonText(text, { next }).as<V>();
  }

  /** What is found by a record that the caller may not see is nothing, as it is where there is no such record. */
  private withSeen<Q extends PageQuery>(list: ListDefinition<Q>, query: Q): ListDefinition<Q> {
    const asked = factsOfFields(query.constructor as Type<object>).flatMap(
      ({ property, refersTo, named }) => {
        const given = query[property as keyof Q];
        return given === undefined
          ? []
          : this.kinds.seen(named ?? (refersTo ? [refersTo] : []), valueOf(property));
      },
    );
    return asked.length === 0
      ? list
      : { ...list, where: joinSql([list.where ?? sql`true`, ...asked], sql` and `) };
  }

  private verified(asked: readonly Verification[], own: Sql | undefined): Sql {
    const cited = this.cited.verified(asked);
    return own ? sql`(${own} = any (:verification) or ${cited})` : cited;
  }

  private adaptList<Q extends PageQuery>(list: ListDefinition<Q>, query: Q): ListDefinition<Q> {
    // Words change nothing in the index that is read along.
    const { filters, sorts, ...rest } = list.adapt?.({ ...query, q: undefined }) ?? {};
    const ofEvery: Filters = {
      updatedSince: list.changedSince ?? UPDATED_SINCE,
      verification: (asked) => this.verified(asked as Verification[], list.verification),
    };
    return {
      ...list,
      ...rest,
      filters: { ...ofEvery, ...list.filters, ...filters },
      sorts: { ...list.sorts, ...sorts },
    };
  }
}

// Most are unnamed, so that Postgres plans for the values at hand: a rare word and a common one want different plans.
const unnamed = remember(500, (page) => statement(undefined, page as Sql));
const named = remember(500, (page) => statement(`list-${hash('sha1', page, 'hex')}`, page as Sql));

function pageStatement<Q extends PageQuery>(
  { from, where, neverPutAway, item, shares }: ListDefinition<Q>,
  { key, type, id, descending }: Sort,
  asked: readonly Sql[],
  { after, count }: { after: LastKey | undefined; count: boolean | undefined },
): Sql {
  const standing = neverPutAway ? [] : [IN_USE];
  const conditions = joinSql([where ?? sql`true`, ...standing, ...asked], sql` and `);
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  const seek = after ? sql`and (${key}, ${id}) ${beyond} (:afterKey::${type}, :afterId::uuid)` : sql``;
  const total = count ? sql`(select count(*) from ${from} where ${conditions})` : sql`null`;
  const rows = (share: Sql): Sql => sql`
    select e.*, ${key} as sort_key from ${from} where ${conditions} ${seek} and ${share}
    order by ${key} ${direction}, ${id} ${direction} limit :limit::int + 1`;
  const found = shares
    ? sql`select * from (${joinSql(shares.map(rows).map(inBrackets), sql` union all `)}) shared
          order by sort_key ${direction}, id ${direction} limit :limit::int + 1`
    : rows(sql`true`);
  return sql`
    select coalesce(json_agg(${typeof item === 'function' ? item() : item} order by e.row_number) filter (where e.row_number <= :limit::int), '[]'::json),
      case when count(*) > :limit then (array_agg(json_build_array(e.sort_key::text, e.id)) filter (where e.row_number = :limit))[1] end,
      ${total}
    from (
      select found.*, row_number() over () as row_number from (${found}) found
    ) e`;
}

function valueOf(name: string): Sql {
  return `:${name}` as Sql;
}

function inBrackets(query: Sql): Sql {
  return sql`(${query})`;
}

const UPDATED_SINCE = sql`e.updated_at >= :updatedSince::timestamptz`;

const IN_USE = sql`(:archived::boolean or e.archived_at is null)`;

/** The conditions that the parameters of a query add; whether many rows hold the words that are asked for, where any are. */
function conditionsOf(filters: Filters, query: object, areMany = false): Sql[] {
  const conditions: Sql[] = [];
  for (const [parameter, value] of Object.entries(query)) {
    if (value === undefined || parameter === 'archived') continue;
    const filter = filters[parameter];
    if (!filter) throw new Error(`The list has no condition for the parameter ${parameter}.`);
    if (typeof filter === 'object') conditions.push(areMany ? filter.many : filter.few);
    else conditions.push(typeof filter === 'function' ? filter(value) : filter);
  }
  return conditions;
}
