import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers by the key of their request, so that a request sent again is not done again. */
export class CreateIdempotency1767225610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        actor_id uuid not null references actors,
        key text collate "C" not null,
        request text not null,
        answer text,
        facts jsonb,
        at timestamptz(3) not null,
        constraint idempotency_keys_once primary key (actor_id, key)
      );
      create index idempotency_keys_by_age on idempotency_keys (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency_keys;`);
  }
}
