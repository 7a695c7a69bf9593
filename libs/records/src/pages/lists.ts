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
import type { ListQuery, PageQuery } from './list-query.dto.js';

/** An order of a list: a key that is never null, with the id to tell equals apart. */
export interface Sort {
  readonly key: Sql;
  readonly type: Sql;
  readonly id: Sql;
  readonly descending?: boolean;
}

/** A condition, or one that depends on what is asked for. */
export type Filter = Sql | ((value: unknown) => Sql);

type Filters = Readonly<Record<string, Filter>>;

/** A condition for each parameter of a query that does not mean the same in every list. */
export type FiltersOf<Q> = { readonly [P in Exclude<keyof Q & string, keyof ListQuery | 'sort'>]: Filter } & {
  /** Where it is not what sources say of the record, but what the record says itself. */
  readonly verification?: Filter;
};

/** A list as its feature describes it. */
export interface ListDefinition<Q extends PageQuery> {
  readonly name: string;
  /** What follows `from`; the listed row is `e`. */
  readonly from: Sql;
  /** What is true of every row of the list. */
  readonly where?: Sql;
  /** Whether its rows are no records: none of them is ever put away. */
  readonly neverPutAway?: boolean;
  /** The JSON of one row `e`. */
  readonly item: Sql | (() => Sql);
  /** The condition that each parameter of the query adds; its value is `:name`, the office's day is `:today`. */
  readonly filters: FiltersOf<Q>;
  /** How far a row itself can be relied on, where it says so: then that counts beside what sources say. */
  readonly verification?: Sql;
  /** Which rows were changed since `:updatedSince`, where not they alone tell. */
  readonly changedSince?: () => Sql;
  /** Orders by name; the first is the default. */
  readonly sorts: Readonly<Record<string, Sort>>;
  /** Conditions that share the rows out among them, where each share is read along an index of its own. */
  readonly shares?: readonly Sql[];
  /** Whether the best plan is the same whatever the values, so that planning once is enough. */
  readonly prepared?: boolean;
  /** What a query changes in the definition, such as the index that a filter reads along; its filters come on top. */
  readonly adapt?: (query: Q) => Partial<
    Pick<ListDefinition<Q>, 'from' | 'where' | 'sorts' | 'shares' | 'prepared'>
  > & {
    filters?: Filters;
  };
}

/** The orders of records with names. */
export const NAMED_SORTS = {
  name: { key: sql`e.sort_name`, type: sql`text`, id: sql`e.id` },
  '-updated': { key: sql`e.updated_at`, type: sql`timestamptz`, id: sql`e.id`, descending: true },
} as const satisfies Record<string, Sort>;

/** The order of the parts of a record: as they were recorded. */
export const RECORDED_SORT = {
  recorded: { key: sql`e.id`, type: sql`uuid`, id: sql`e.id` },
} as const satisfies Record<string, Sort>;

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
   * One page, as `{ items, nextCursor, total? }`.
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
    // What a partner sees is little, and is planned for by the organizations it acts for.
    // So is what words find.
    const isNamed =
      definition.prepared && caller.role !== 'partner' && fields === undefined && !('q' in filters);
    const toStatement = isNamed ? named : unnamed;
    const page = toStatement(pageStatement(definition, definition.sorts[sort]!, filters, { after, count }));
    // The caller's values come last: `archived` is a word in the query and a boolean in the statement.
    const values = {
      ...asked,
      ...callerValues(caller),
      ...(page.parameters.includes('today') ? { today: this.today.day() } : {}),
      limit,
      ...(after ? { afterKey: after[0], afterId: after[1] } : {}),
    };
    const [items, last, total] = (await this.database.readRow(page, values))!;
    const next = last
      ? await this.cursors.write(list.name, sort, asked, JSON.parse(last) as LastKey)
      : undefined;
    const text = `{"items":${items},"nextCursor":${next ? `"${next}"` : 'null'}${total ? `,"total":${total}` : ''}}`;
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
    const { filters, sorts, ...rest } = list.adapt?.(query) ?? {};
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
  { from, where, neverPutAway, item, filters, shares }: ListDefinition<Q>,
  { key, type, id, descending }: Sort,
  query: object,
  { after, count }: { after: LastKey | undefined; count: boolean | undefined },
): Sql {
  const standing = neverPutAway ? [] : [IN_USE];
  const conditions = joinSql([where ?? sql`true`, ...standing, ...conditionsOf(filters, query)], sql` and `);
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

/** The conditions that the parameters of a query add. */
function conditionsOf(filters: Filters, query: object): Sql[] {
  const conditions: Sql[] = [];
  for (const [parameter, value] of Object.entries(query)) {
    if (value === undefined || parameter === 'archived') continue;
    const filter = filters[parameter];
    if (!filter) throw new Error(`The list has no condition for the parameter ${parameter}.`);
    conditions.push(typeof filter === 'function' ? filter(value) : filter);
  }
  return conditions;
}
