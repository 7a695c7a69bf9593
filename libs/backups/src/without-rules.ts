import { escapeIdentifier } from 'pg';
import { type Query, type Table, inPublic, readForeignKeys } from './catalog.js';

/**
 * Empties tables, and lets rows go into them in any order, unseen by triggers, as the role that owns them. Afterwards
 * every row keeps to its foreign keys again, or nothing has happened.
 */
export async function withoutRules(
  query: Query,
  tables: readonly Table[],
  fill: () => Promise<void>,
): Promise<void> {
  const keys = await readForeignKeys(query);
  for (const { table, name } of keys)
    await query(`alter table ${inPublic(table)} drop constraint ${escapeIdentifier(name)}`);
  for (const { name } of tables) await query(`alter table ${inPublic(name)} disable trigger user`);
  await query(`truncate ${tables.map(({ name }) => inPublic(name)).join(', ')}`);
  await fill();
  for (const { name } of tables) await query(`alter table ${inPublic(name)} enable trigger user`);
  for (const { table, name, definition } of keys)
    await query(`alter table ${inPublic(table)} add constraint ${escapeIdentifier(name)} ${definition}`);
}
