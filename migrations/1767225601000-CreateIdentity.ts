import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts, by which token, and the status history that names them. */
export class CreateIdentity1767225601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table actors (
        id uuid primary key,
        name text not null,
        created_at timestamptz(3) not null,
        constraint actors_name_once unique (name)
      );

      create table access_tokens (
        id uuid primary key,
        actor_id uuid not null references actors,
        scope text not null check (scope in ('read', 'write')),
        hash bytea not null,
        created_at timestamptz(3) not null,
        revoked_at timestamptz(3),
        constraint access_tokens_hash_once unique (hash)
      );

      create table status_changes (
        id uuid primary key,
        record_id uuid not null,
        from_status text,
        to_status text not null,
        at timestamptz(3) not null,
        by_id uuid not null references actors,
        reason text,
        effective_on text
      );
      create index status_changes_of_record on status_changes (record_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table status_changes; drop table access_tokens; drop table actors;`);
  }
}
