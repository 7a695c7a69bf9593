import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With the first day beside the last, a list of events between two days passes over others without reading them. */
export class WidenEventDays1767225652000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index events_by_day, events_by_kind_and_day;
      create index events_by_day on events (latest_day desc, id desc, earliest_day);
      create index events_by_kind_and_day on events (kind, latest_day desc, id desc, earliest_day);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index events_by_day, events_by_kind_and_day;
      create index events_by_day on events (latest_day desc, id desc);
      create index events_by_kind_and_day on events (kind, latest_day desc, id desc);
    `);
  }
}
