import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
} from '#platform';
import { StandingFollowUp } from './standing-follow-up.entity.js';
import {
  CreateStandingFollowUp,
  type PatchStandingFollowUp,
  type StandingFollowUpView,
} from './standing-follow-ups.dto.js';
import { StandingFollowUpQueries } from './standing-follow-ups.queries.js';

/** Writes standing follow-ups. */
@Injectable()
export class StandingFollowUpsService extends RecordService<StandingFollowUp, StandingFollowUpView> {
  constructor(
    database: Database,
    records: Records,
    private readonly standing: StandingFollowUpQueries,
  ) {
    const kind = { entity: StandingFollowUp, name: 'standing follow-up', input: CreateStandingFollowUp };
    super(database, records, kind);
  }

  /** Records a standing follow-up. */
  create(
    { mandatory = false, ...standing }: CreateStandingFollowUp,
    caller: Caller,
  ): Promise<Json<StandingFollowUpView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, { ...standing, mandatory }, caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a standing follow-up by a merge patch; what was proposed before stays as it is. */
  patch(
    id: string,
    match: Precondition,
    patch: PatchStandingFollowUp,
    caller: Caller,
  ): Promise<Json<StandingFollowUpView>> {
    return this.change(id, match, caller, (tx, standing) =>
      this.records.patch(tx, this.kind, standing, patch, caller),
    );
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<StandingFollowUpView>> {
    return this.standing.read(id, caller, tx);
  }
}
