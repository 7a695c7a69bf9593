import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, OFFICE, TimedWork } from '#identity';
import { CONFIG, Clock, type Config, Database, eachInTurn, sql, statement } from '#platform';
import { Refusal } from '#refusals';
import { Erasures } from './erasures.service.js';

const DAY = 86_400_000;

const REASON = 'The time of keeping people who were put away is over.';

const due = statement(
  'people-due',
  sql`select coalesce(json_agg(p.id order by p.archived_at, p.id), '[]') from people p
      where p.archived_at < :before and not exists (select from erasures x where x.person_id = p.id)`,
);

/** What became of people who were put away long ago. */
export interface PeopleRemoved {
  /** For how many days they are kept; for ever, where it is 0. */
  readonly days: number;
  /** How many are kept for too long. */
  readonly due: number;
  /** How many were erased, or would be. */
  readonly erased: number;
  /** How many are named in texts or documents of others: somebody has to decide what becomes of those. */
  readonly named: number;
}

/** Erases people some time after they were put away, as the office says (`RETENTION`). */
@Injectable()
export class PeopleRetention {
  constructor(
    private readonly database: Database,
    private readonly erasures: Erasures,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Does so every day from now on. */
  follow(work: TimedWork): void {
    work.add({ name: 'erase people', every: DAY, run: async () => void (await this.run()) });
  }

  /**
   * Erases those whom no text of others names.
   * @param dryRun whether it is only found out who that would be, as things stand
   */
  async run(dryRun = false): Promise<PeopleRemoved> {
    const days = this.config.retention.people;
    const people = days === 0 ? [] : await this.findDue(days);
    const { done, assertDone } = await eachInTurn(people, (id) => this.erase(id, dryRun));
    const erased = done.filter((isErased) => isErased).length;
    if (erased > 0 && !dryRun)
      await this.audit.record({ action: 'retention.applied', caller: OFFICE, details: { people: erased } });
    assertDone();
    return { days, due: people.length, erased, named: done.length - erased };
  }

  private async findDue(days: number): Promise<string[]> {
    const before = new Date(this.clock.now().getTime() - days * DAY);
    return (await this.database.readValue<string[]>(due, OFFICE, { before }))!;
  }

  /** Nothing of others is blacked out that nobody has looked at: a name or an address may be another's, too, or a word. */
  private async erase(id: string, dryRun: boolean): Promise<boolean> {
    try {
      if (dryRun) await this.erasures.assertErasable(id, { reason: REASON }, OFFICE);
      else await this.erasures.erase(id, { reason: REASON }, OFFICE);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.kind !== 'unavailable') return false;
      throw error;
    }
  }
}
