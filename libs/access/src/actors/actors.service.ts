import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#identity';
import { type Caller, Database, type Json, type Precondition, type Transaction, runOften } from '#platform';
import { showingVersion, unmatchedVersion } from '#records';
import { unknownRecord } from '#refusals';
import type { ActorItem, PatchActor } from './actors.dto.js';
import { ActorQueries } from './actors.queries.js';

interface LockedActor {
  readonly version: number;
  readonly personId: string | null;
}

/** Writes who an actor is. */
@Injectable()
export class ActorsService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal `record.unknown`, `record.stale` or for the person that it names */
  patch(id: string, match: Precondition, { personId }: PatchActor, caller: Caller): Promise<Json<ActorItem>> {
    const change = (): Promise<Json<ActorItem>> =>
      this.database.transaction(async (tx) => {
        const actor = await lockActor(tx, id);
        if (!match.allows(actor.version)) throw unmatchedVersion('actor', match);
        if (personId !== undefined && personId !== actor.personId) {
          await link(tx, id, personId);
          await this.tell(tx, id, personId, caller);
        }
        return this.actors.read(id, caller, tx);
      });
    return showingVersion(change, () => this.actors.read(id, caller));
  }

  private tell(tx: Transaction, id: string, personId: string | null, caller: Caller): Promise<void> {
    const subject = { subjectKind: 'actor', subjectId: id } as const;
    return this.audit.record({ action: 'actor.linked', caller, ...subject, details: { personId } }, tx);
  }
}

async function lockActor(tx: Transaction, id: string): Promise<LockedActor> {
  const { rows } = await runOften<LockedActor>(
    tx,
    `select version, person_id as "personId" from actors where id = $1 and kind <> 'system' for no key update`,
    [id],
  );
  if (!rows[0]) throw unknownRecord('actor');
  return rows[0];
}

async function link(tx: Transaction, id: string, personId: string | null): Promise<void> {
  await runOften(tx, 'update actors set person_id = $2, version = version + 1 where id = $1', [id, personId]);
}
