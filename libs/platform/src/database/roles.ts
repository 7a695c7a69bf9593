import { escapeLiteral } from 'pg';
import type { DataSource } from 'typeorm';
import { UnsuitableDatabaseError } from './unsuitable.js';

/**
 * Gives the application's role what it needs of the tables of another, and no more: where nothing is ever rewritten it
 * may read, and add only where the database does not write by itself.
 * @throws UnsuitableDatabaseError where the application's role could help itself to more
 */
export async function grantRights(owner: DataSource, application: DataSource): Promise<void> {
  const [{ role }] = await application.query<[{ role: string }]>('select current_user as role');
  await assertBelow(owner, role);
  await owner.query(`
    do $$
    declare
      role constant text := quote_ident(${escapeLiteral(role)});
      kept regclass;
      changing text;
    begin
      execute format('grant usage on schema public to %s', role);
      execute format('grant select, insert, update, delete on all tables in schema public to %s', role);
      for kept in select tgrelid from pg_trigger where tgfoid = 'public.refuse_rewriting'::regproc loop
        execute format('revoke update, delete, truncate on %s from %s', kept, role);
      end loop;
      -- Where the trigger names the columns that stay, the others follow corrections.
      for kept, changing in
        select tgrelid, string_agg(quote_ident(attname), ', ') from pg_trigger
        join pg_attribute on attrelid = tgrelid and attnum > 0 and not attisdropped
        where tgfoid = 'public.refuse_rewriting'::regproc and tgattr <> '' and attnum <> all (tgattr)
        group by pg_trigger.oid
      loop
        execute format('grant update (%s) on %s to %s', changing, kept, role);
      end loop;
      execute format('revoke insert on public.history, public.erasures, public.erased_documents from %s', role);
      execute format('grant execute on function public.erase_person, public.erase_documents, public.merge_records, public.undo_merge to %s', role);
      execute format('revoke insert, update, delete on public.migrations from %s', role);
    end $$`);
}

async function assertBelow(owner: DataSource, role: string): Promise<void> {
  const [{ owned, mighty }] = await owner.query<[{ owned: string[]; mighty: boolean }]>(
    `select (select rolsuper from pg_roles where rolname = $1) as mighty,
       array(select relname::text from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_has_role($1, relowner, 'member')
             order by 1) as owned`,
    [role],
  );
  if (mighty)
    throw new UnsuitableDatabaseError(
      `DATABASE_URL names ${role}, a superuser, whom no right can be denied; create a plain role for the application.`,
    );
  if (owned.length > 0)
    throw new UnsuitableDatabaseError(
      `The role ${role} of DATABASE_URL owns ${owned.length} tables (${owned.slice(0, 3).join(', ')}), or belongs to the role that does; DATABASE_MIGRATION_URL must name another role, to which they are handed with “reassign owned by”.`,
    );
}
