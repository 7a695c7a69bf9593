import type pg from 'pg';
import { administrate } from './client.js';
import { type Connection, DATABASE, ROLES, type Role, passwordOf } from './connection.js';

/**
 * Makes the product's database and its roles where they are not there yet. The owner has the database and every table,
 * also those of a cluster that knew the superuser alone; the application is let in last, so that whoever can connect as
 * it finds everything in order.
 * @returns whether the cluster answers; where it does not (yet), nothing happened
 */
export async function ensureRoles(connection: Connection): Promise<boolean> {
  return (
    (await administrate(connection, 'postgres', async (client) => {
      await ensureRole(client, connection, 'owner');
      await ensureDatabase(client);
    })) &&
    (await administrate(connection, DATABASE, async (client) => {
      await client.query(HAND_OVER);
      await ensureRole(client, connection, 'application');
      await client.query(`grant connect on database ${DATABASE} to ${ROLES.application}`);
    }))
  );
}

async function ensureRole(client: pg.Client, connection: Connection, role: Role): Promise<void> {
  const name = ROLES[role];
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  await client.query(
    `${rowCount === 0 ? 'create' : 'alter'} role ${name} login password '${passwordOf(connection, role)}'`,
  );
  // What a client does wrong is answered, not logged.
  await client.query(`alter role ${name} set log_min_messages = 'log'`);
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  await client.query(
    rowCount === 0
      ? `create database ${DATABASE} owner ${ROLES.owner}`
      : `alter database ${DATABASE} owner to ${ROLES.owner}`,
  );
  await client.query(`revoke all on database ${DATABASE} from public`);
}

/** Written out, since Postgres reassigns nothing of the role that the cluster was made with. */
const HAND_OVER = `
  do $$
  declare
    command text;
  begin
    for command in
      select format('alter schema %I owner to ${ROLES.owner}', nspname) from pg_namespace
        where nspname = 'public' and nspowner = '${ROLES.admin}'::regrole
      union all
      select format('alter table %s owner to ${ROLES.owner}', oid::regclass) from pg_class
        where relnamespace = 'public'::regnamespace and relowner = '${ROLES.admin}'::regrole
          and relkind in ('r', 'p', 'v', 'm') and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
      union all
      select format('alter routine %s owner to ${ROLES.owner}', oid::regprocedure) from pg_proc
        where pronamespace = 'public'::regnamespace and proowner = '${ROLES.admin}'::regrole
          and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
    loop
      execute command;
    end loop;
  end $$`;
