import type { MigrationInterface, QueryRunner } from 'typeorm';

const FROZEN = ['agenda_publications', 'published_items', 'published_participations'];

/** What was published stays as it was published. */
export class FreezePublications1767225650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of FROZEN) await runner.query(`select keep_unaltered($1)`, [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FROZEN) await runner.query(`drop trigger never_rewritten on ${table}`);
  }
}
