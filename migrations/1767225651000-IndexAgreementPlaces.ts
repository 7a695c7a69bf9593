import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The timeline of a place finds the agreements that were signed there. */
export class IndexAgreementPlaces1767225651000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index agreements_by_place on agreements (place_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index agreements_by_place`);
  }
}
