import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  type TransitionDto,
  assertValid,
  created,
  insertLinks,
  mergePatch,
  replaceLinks,
} from '#platform';
import { ObligationsService } from '../obligations/obligations.service.js';
import { PartiesService } from '../parties/parties.service.js';
import type { Agreement } from './agreement.entity.js';
import { AGREEMENT } from './agreement.kind.js';
import { agreementLifecycle, changesOfMove, dateErrors, missingForMove } from './agreement.rules.js';
import type { AgreementView, CreateAgreement, PatchAgreement } from './agreements.dto.js';
import { AgreementQueries } from './agreements.queries.js';

const DEFAULTS = {
  binding: 'unknown',
  objectives: [],
  authenticLanguages: [],
  effectiveOnSignature: false,
};

/** Writes agreements. */
@Injectable()
export class AgreementsService extends RecordService<Agreement, AgreementView> {
  constructor(
    database: Database,
    records: Records,
    private readonly agreements: AgreementQueries,
    private readonly parties: PartiesService,
    private readonly obligations: ObligationsService,
  ) {
    super(database, records, AGREEMENT);
  }

  /** Records an agreement with its parties, their signatories and its obligations: all of it, or nothing. */
  create(
    { topicIds, parties, obligations, status = agreementLifecycle.initial, ...agreement }: CreateAgreement,
    caller: Caller,
  ): Promise<Json<AgreementView>> {
    assertValid(dateErrors(agreement));
    return this.database.transaction(async (tx) => {
      const row = { ...DEFAULTS, ...agreement, status };
      const id = await this.records.insert(tx, this.kind, row, caller);
      await this.records.noteFirstStatus(tx, [{ id, status }], caller);
      await insertLinks(tx, 'agreement_topics', ['agreement_id', id], ['topic_id', topicIds ?? []]);
      const partyIds = await this.parties.insertAll(tx, id, parties ?? [], caller);
      await this.obligations.insertFirst(tx, id, obligations ?? [], partyIds, caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes an agreement by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    { topicIds, ...patch }: PatchAgreement,
    caller: Caller,
  ): Promise<Json<AgreementView>> {
    return this.change(id, match, caller, async (tx, agreement) => {
      const changes = mergePatch(agreement, patch, this.kind.input) as Partial<Agreement>;
      assertValid(dateErrors({ ...agreement, ...changes }));
      await this.records.update(tx, this.kind, agreement, changes, caller);
      if (topicIds) await replaceLinks(tx, 'agreement_topics', ['agreement_id', id], ['topic_id', topicIds]);
    });
  }

  /** Moves an agreement to another status; the move may bring the date it is effective on, and the reason. */
  move(
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<AgreementView>> {
    return this.change(id, match, caller, async (tx, agreement) => {
      const changes: Partial<Agreement> = changesOfMove(agreement, move);
      const errors = dateErrors({ ...agreement, ...changes });
      assertValid(errors.map((error) => ({ ...error, pointer: '/effectiveOn' })));
      const facts = await this.agreements.readStanding(id, caller, tx);
      const missing = missingForMove(move.to, { ...facts, ...changes });
      await this.records.move(tx, this.kind, agreementLifecycle, agreement, move, caller, {
        missing,
        changes,
      });
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<AgreementView>> {
    return this.agreements.read(id, caller, tx);
  }
}
