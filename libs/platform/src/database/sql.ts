import { hash } from 'node:crypto';

declare const checked: unique symbol;

/** SQL text made of literals of this program only, never of a caller's words. */
export type Sql = string & { readonly [checked]: true };

/** Writes SQL; only other SQL and numbers can be put into it, values are named as `:parameters`. */
export function sql(strings: TemplateStringsArray, ...insertions: readonly (Sql | number)[]): Sql {
  return insertions.reduce<string>(
    (text, value, index) => text + value + strings[index + 1],
    strings[0]!,
  ) as Sql;
}

/** Joins fragments by a separator. */
export function joinSql(fragments: readonly Sql[], separator: Sql): Sql {
  return fragments.join(separator) as Sql;
}

const MAKING = new Set(['notes', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'archivedAt']);

/**
 * The name of a table, a column or a function.
 * @throws where it is not one plain lower-case word, as all names of the schema are
 */
export function identifier(name: string): Sql {
  if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`“${name}” is no name in the schema.`);
  return name as Sql;
}

/** A list of words for `in (…)`: constants of the program. */
export function words(values: readonly string[]): Sql {
  return values.map((value) => `'${identifier(value)}'`).join(', ') as Sql;
}

/** A JSON object, its keys in the order given, each value an SQL expression. */
export function object(fields: Readonly<Record<string, Sql>>): Sql {
  const entries = Object.entries(fields);
  // However an answer is composed, its notes and when and by whom the record was made come last.
  const inOrder = [
    ...entries.filter(([key]) => !MAKING.has(key)),
    ...entries.filter(([key]) => MAKING.has(key)),
  ];
  const built = inOrder.length <= MOST_MEMBERS ? build(inOrder) : joinMembers(inOrder);
  membersBuilt.set(built, fields);
  return built as Sql;
}

const membersBuilt = new Map<string, Readonly<Record<string, Sql>>>();

/** The members that `object` built an object of; undefined where it did not. */
export function membersOf(built: Sql): Readonly<Record<string, Sql>> | undefined {
  return membersBuilt.get(built);
}

/** Postgres takes no more arguments of a function than twice as many. */
const MOST_MEMBERS = 50;

function build(entries: readonly (readonly [string, Sql])[]): string {
  return `json_build_object(${entries.map(([key, value]) => `'${key}', ${value}`).join(', ')})`;
}

/** Two objects as one: the brace that ends the first and the one that begins the second make way for a comma. */
function joinMembers(entries: readonly (readonly [string, Sql])[]): string {
  const [first, second] = [entries.slice(0, MOST_MEMBERS), entries.slice(MOST_MEMBERS)].map(build);
  return `(left(${first}::text, -1) || ', ' || substr(${second}::text, 2))::json`;
}

/** A JSON array of `item` for each row that `rows` (what follows `from`) gives, in `order`; empty where there is none. */
export function list(...[item, rows, order]: Collection): Sql {
  return sql`(select coalesce(json_agg(${item} order by ${order}), '[]'::json) from ${rows})`;
}

/**
 * A collection as `list` takes it: the JSON of one row, the rows as they follow `from`, and their order; last the rows
 * that are counted, where fewer tables tell how many there are.
 */
export type Collection = readonly [item: Sql, rows: Sql, order: Sql, counted?: Sql];

/** How many of a collection a row of a list names; how many there are is told beside. */
export const FEW = 5;

/**
 * What a row of a list tells of its collections: the first few of each, and how many there are.
 * @param collections by their names, in the plural: of `topics` it tells `topics` and `topicCount`
 */
export function fewOf(collections: Readonly<Record<string, Collection>>): Record<string, Sql> {
  const told = Object.entries(collections).flatMap(([name, [item, rows, order, counted = rows]]) => [
    [name, sql`array_to_json(array(select ${item} from ${rows} order by ${order} limit ${FEW}))`] as const,
    [countOf(name), sql`(select count(*) from ${counted})`] as const,
  ]);
  return Object.fromEntries(told);
}

/** What an answer about one record tells of its collections: all of each. */
export function allOf(collections: Readonly<Record<string, Collection>>): Record<string, Sql> {
  return Object.fromEntries(Object.entries(collections).map(([name, all]) => [name, list(...all)]));
}

/** The member that tells how many there are of a collection: `topics` → `topicCount`. */
export function countOf(name: string): string {
  return `${name.replace(/ies$/, 'y').replace(/s$|(?<=child)ren$/, '')}Count`;
}

/** `{ id, name }` of the record of a table with names, as `referenceTo` tells it, or null. */
export function reference(table: Sql, id: Sql): Sql {
  return sql`(select ${referenceTo(sql`ref`)} from ${table} ref where ref.id = ${id})`;
}

/**
 * How an answer refers to the row of a record: by its id and what it shows of it, and with `archived: true` where it
 * was put away, since nothing is found at its address then.
 * @param shown `{ name }`, unless it is called otherwise or more is told of it
 */
export function referenceTo(row: Sql, shown: Readonly<Record<string, Sql>> = { name: shownName(row) }): Sql {
  const inUse = { id: sql`${row}.id`, ...shown };
  return sql`case when ${row}.archived_at is null then ${object(inUse)} else ${object({ ...inUse, archived: sql`true` })} end`;
}

/** The name of a row to show to the caller. */
export function shownName(alias: Sql): Sql {
  return sql`public.pick_name(${alias}.display, :languages)`;
}

/** The text of a JSON map of languages to show to the caller, or null. */
export function shownText(texts: Sql): Sql {
  return sql`public.pick_text(${texts}, :languages)`;
}

/** An instant as RFC 3339 in UTC with milliseconds. */
export function instant(column: Sql): Sql {
  return sql`public.iso_instant(${column})`;
}

/** Prepared once, run with named values. */
export interface Statement {
  /** The name under which each connection keeps its plan; without one, the values of each run are planned for. */
  readonly name: string | undefined;
  readonly text: string;
  readonly parameters: readonly string[];
}

/**
 * Makes a statement of SQL with `:named` parameters.
 * @param name unique in the program. Leave it out where the best plan depends on the values, as in a search:
 *   Postgres plans an unnamed statement for the values at hand.
 */
export function statement(name: string | undefined, text: Sql): Statement {
  const parameters: string[] = [];
  const numbered = text.replace(/(?<![:\w]):([a-z]\w*)/g, (_, parameter: string) => {
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return `$${parameters.indexOf(parameter) + 1}`;
  });
  return { name: name && nameWithHash(name, numbered), text: numbered, parameters };
}

const hashes = new Map<string, string>();

/** Nobody who looks at what a connection has prepared could tell two statements of one name apart. */
function nameWithHash(name: string, text: string): string {
  const hashed = hash('sha1', text, 'hex').slice(0, 12);
  if ((hashes.get(name) ?? hashed) !== hashed) throw new Error(`The statement ${name} is declared twice.`);
  hashes.set(name, hashed);
  return `${name}-${hashed}`;
}
