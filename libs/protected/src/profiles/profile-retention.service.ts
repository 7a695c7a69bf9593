import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, TimedWork } from '#identity';
import { CALLED_OFF } from '#events';
import {
  CONFIG,
  type Caller,
  type Config,
  Database,
  Today,
  callerValues,
  sql,
  statement,
  words,
} from '#platform';

const HOUR = 3_600_000;

/** The last day of the events that a person belongs to, by themselves or by a delegation; none where there is none. */
const lastDay = sql`(
  select max(e.latest_day) from visible_events(:caller) e
  where e.archived_at is null and e.status not in (${words(CALLED_OFF)}) and e.id in (
    select pa.event_id from visible_participations(:caller) pa
    where pa.archived_at is null and (pa.person_id = p.person_id or pa.delegation_id in (
      select m.delegation_id from visible_delegation_members(:caller) m
      where m.person_id = p.person_id and m.archived_at is null))
    union all
    select vd.event_id from visit_delegations vd join visible_delegation_members(:caller) m on m.delegation_id = vd.delegation_id
    where m.person_id = p.person_id and m.archived_at is null))`;

// What was written after the last event is for one that is still to come.
const eraseDue = statement(
  'protected-profiles-due',
  sql`with erased as (
      delete from protected_profiles p
      where (p.updated_at at time zone 'UTC')::date + :days::integer < :today::date
        and coalesce(${lastDay}, '-infinity'::date) + :days::integer < :today::date
      returning person_id)
    select coalesce(json_agg(person_id), '[]'::json) from erased`,
);

/** Erases protected profiles when their time is over. */
@Injectable()
export class ProfileRetention {
  constructor(
    private readonly database: Database,
    private readonly today: Today,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
    work: TimedWork,
  ) {
    work.add({
      name: 'erase protected profiles',
      every: HOUR,
      run: async (office) => void (await this.eraseDue(office)),
    });
  }

  /**
   * Erases those of people whose last event ended long enough ago.
   * @returns whose they were
   */
  eraseDue(office: Caller): Promise<readonly string[]> {
    const { protectedDays: days } = this.config;
    const values = { ...callerValues(office), days, today: this.today.day() };
    const reason = `The time of keeping, ${days} days, is over.`;
    const entry = { action: 'protected.erased', caller: office, subjectKind: 'person', reason } as const;
    return this.database.transaction(async (tx) => {
      const [erased] = (await this.database.readRow(eraseDue, values, tx))!;
      const people = JSON.parse(erased!) as string[];
      const entries = people.map((subjectId) => ({ ...entry, subjectId }));
      await this.audit.recordAll(entries, tx);
      return people;
    });
  }
}
