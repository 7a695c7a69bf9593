import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Caller, Clock, type Json, runOften } from '#platform';
import { Records, lockRecord } from '#records';
import { DifferenceQueries, type PairAt } from './differences.queries.js';
import { directoryKind } from './directory.fragments.js';
import type { DifferenceView } from './duplicates.dto.js';

/** Writes which records are known to be different. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly records: Records,
    private readonly differences: DifferenceQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Says that two records are different; who said so first is kept.
   * @throws Refusal `record.unknown` where they are not two of one kind
   */
  tellApart(at: PairAt, caller: Caller): Promise<Json<DifferenceView>> {
    return this.records.transaction(async (tx) => {
      const kind = await this.differences.readKind(at, caller, tx);
      // Or one of them could become another meanwhile.
      for (const id of [at.id, at.otherId].toSorted())
        await lockRecord(tx, directoryKind(kind), { id }, null, 'key share');
      await runOften(
        tx,
        `insert into different_records (id, kind, first_id, second_id, said_first_id, said_second_id, at, by_id)
         select $1, $2::public.directory_kind, first, second, first, second, $5, $6
         from (values (least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid))) pair(first, second)
         on conflict on constraint different_records_once do nothing`,
        [randomUUIDv7(), kind, at.id, at.otherId, this.clock.now(), caller.actor!.id],
      );
      return this.differences.read(at, caller, tx);
    });
  }

  /**
   * Takes that back, also where nobody had said it.
   * @throws Refusal `record.unknown` where they are not two of one kind
   */
  takeBack(at: PairAt, caller: Caller): Promise<void> {
    return this.records.transaction(async (tx) => {
      await this.differences.readKind(at, caller, tx);
      await runOften(
        tx,
        `delete from different_records
         where first_id = least($1::uuid, $2::uuid) and second_id = greatest($1::uuid, $2::uuid)`,
        [at.id, at.otherId],
      );
    });
  }
}
