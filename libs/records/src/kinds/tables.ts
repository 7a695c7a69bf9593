import { type Sql, identifier, shownName, shownText, sql } from '#platform';
import { getMetadataArgsStorage } from 'typeorm';

/** The table of an entity, and what tells its rows `e` from those of other entities in there. */
export function tableOf(entity: Function): { name: string; discriminator: Sql | null } {
  const { tables, discriminatorValues } = getMetadataArgsStorage();
  const named = ancestorsOf(entity)
    .map((target) => tables.find((table) => table.target === target)?.name)
    .find((name) => name !== undefined);
  if (!named) throw new Error(`${entity.name} has no table.`);
  const value = discriminatorValues.find(({ target }) => target === entity)?.value as string | undefined;
  return { name: named, discriminator: value ? sql`e.kind = '${identifier(value)}'` : null };
}

/** Whether an entity has a column for a property. */
export function hasColumn(entity: Function, property: string): boolean {
  const ancestors = ancestorsOf(entity);
  return getMetadataArgsStorage().columns.some(
    ({ target, propertyName }) => propertyName === property && ancestors.includes(target as Function),
  );
}

/** What shows of a row of an entity: its name, its title or its text; null where it has none of them. */
export function shownOf(entity: Function): (row: Sql) => Sql {
  const has = (property: string): boolean => hasColumn(entity, property);
  if (has('display')) return shownName;
  if (has('title')) return (row) => shownText(sql`${row}.title`);
  if (has('text')) return (row) => shownText(sql`${row}.text`);
  return () => sql`null::text`;
}

/** The name of a record that a row refers to, where it refers to one. */
export function nameOf(visible: Sql, id: Sql): Sql {
  return sql`(select ${shownName(sql`named`)} from ${visible} named where named.id = ${id})`;
}

function ancestorsOf(entity: Function): Function[] {
  const parent = Object.getPrototypeOf(entity) as Function | null;
  return parent?.name ? [entity, ...ancestorsOf(parent)] : [entity];
}
