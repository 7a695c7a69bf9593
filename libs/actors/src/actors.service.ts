import { Injectable } from '@nestjs/common';
import {
  ArchivedReference,
  type Caller,
  Database,
  type Json,
  type Precondition,
  type Transaction,
  UnknownReference,
  runOften,
  sql,
  statement,
} from '#platform';
import { showingVersion, unmatchedVersion } from '#records';
import { unknownRecord } from '#refusals';
import type { ActorItem, PatchActor } from './actors.dto.js';
import { ActorQueries } from './actors.queries.js';

const isInUse = statement(
  'person-in-use',
  sql`select to_json(archived_at is null) from visible_people(:caller) where id = :id`,
);

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
  ) {}

  /** @throws Refusal `record.unknown`, `record.stale` or for the person that it names */
  patch(id: string, match: Precondition, { personId }: PatchActor, caller: Caller): Promise<Json<ActorItem>> {
    const change = (): Promise<Json<ActorItem>> =>
      this.database.transaction(async (tx) => {
        const actor = await lockActor(tx, id);
        if (!match.allows(actor.version)) throw unmatchedVersion('actor', match);
        if (personId !== undefined && personId !== actor.personId) await this.link(tx, id, personId, caller);
        return this.actors.read(id, caller, tx);
      });
    return showingVersion(change, () => this.actors.read(id, caller));
  }

  private async link(tx: Transaction, id: string, personId: string | null, caller: Caller): Promise<void> {
    if (personId) await this.assertInUse(tx, personId, caller);
    await runOften(tx, 'update actors set person_id = $2, version = version + 1 where id = $1', [
      id,
      personId,
    ]);
  }

  private async assertInUse(tx: Transaction, id: string, caller: Caller): Promise<void> {
    const found = await this.database.readValue<boolean>(isInUse, caller, { id }, tx);
    if (found === undefined) throw new UnknownReference(id);
    if (!found) throw new ArchivedReference([id]);
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
