import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ConflictView } from '#agendas';
import { EVENT } from '#events';
import { type Caller, Clock, type Json, insertAll } from '#platform';
import { type At, Records, lockWhole } from '#records';
import type { AcknowledgeConflict } from './conflicts.dto.js';
import { ConflictQueries } from './conflicts.queries.js';

/** Writes what organizers say of conflicts. */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly records: Records,
    private readonly conflicts: ConflictQueries,
    private readonly clock: Clock,
  ) {}

  /** Lets a conflict stand, with a reason; the last reason counts. */
  acknowledge(
    at: At,
    fingerprint: string,
    { reason }: AcknowledgeConflict,
    caller: Caller,
  ): Promise<Json<ConflictView>> {
    return this.records.transaction(async (tx) => {
      await lockWhole(tx, EVENT, at, 'key share');
      await this.conflicts.read(at, fingerprint, caller, tx);
      const acknowledgement = {
        id: randomUUIDv7(),
        fingerprint,
        reason,
        at: this.clock.now(),
        byId: caller.actor!.id,
      };
      await insertAll(tx, 'conflict_acknowledgements', [acknowledgement]);
      return this.conflicts.read(at, fingerprint, caller, tx);
    });
  }
}
