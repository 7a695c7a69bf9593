import { type Sql, sql } from '#platform';
import type { ListQuery, PageQuery } from './list-query.dto.js';
import type { WordFilter } from './name-filters.fragments.js';

/** An order of a list: a key that is never null, with the id to tell equals apart. */
export interface Sort {
  readonly key: Sql;
  readonly type: Sql;
  readonly id: Sql;
  readonly descending?: boolean;
}

/** A condition, or one that depends on what is asked for. */
export type Filter = Sql | ((value: unknown) => Sql) | WordFilter;

/** The conditions of a list, by the parameters that add them. */
export type Filters = Readonly<Record<string, Filter>>;

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
