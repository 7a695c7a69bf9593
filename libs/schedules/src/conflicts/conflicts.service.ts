import { Injectable } from '@nestjs/common';
import type { ConflictView } from '#agendas';
import { type EventAt, requireEvent } from '#events';
import { type Caller, Clock, Database, type Json } from '#platform';
import type { AcknowledgeConflict } from './conflicts.dto.js';
import { ConflictQueries } from './conflicts.queries.js';

/** Writes what organizers say of conflicts. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictQueries,
    private readonly clock: Clock,
  ) {}

  /** Lets a conflict stand, with a reason; the last one counts. */
  acknowledge(
    at: EventAt,
    fingerprint: string,
    { reason }: AcknowledgeConflict,
    caller: Caller,
  ): Promise<Json<ConflictView>> {
    return this.database.transaction(async (tx) => {
      await requireEvent(tx, at);
      await this.conflicts.read(at, fingerprint, caller, tx);
      await tx.query(
        `insert into conflict_acknowledgements (fingerprint, reason, at, by_id) values ($1, $2, $3, $4)
         on conflict (fingerprint) do update set reason = excluded.reason, at = excluded.at, by_id = excluded.by_id`,
        [fingerprint, reason, this.clock.now(), caller.actor!.id],
      );
      return this.conflicts.read(at, fingerprint, caller, tx);
    });
  }
}
