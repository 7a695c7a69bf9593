import { type Sql, identifier, sql } from '#platform';
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

function ancestorsOf(entity: Function): Function[] {
  const parent = Object.getPrototypeOf(entity) as Function | null;
  return parent?.name ? [entity, ...ancestorsOf(parent)] : [entity];
}
