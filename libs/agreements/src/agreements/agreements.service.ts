import { Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, type Transaction, insertLinks } from '#platform';
import { type At, type Move, RecordService, Records, replacedLinks } from '#records';
import { assertValid } from '#refusals';
import { ObligationsService } from '../obligations/obligations.service.js';
import { PartiesService } from '../parties/parties.service.js';
import type { CreateAgreement, PatchAgreement } from './agreement-input.dto.js';
import type { AgreementView } from './agreement-view.dto.js';
import type { Agreement } from './agreement.entity.js';
import { AGREEMENT } from './agreement.record.js';
import { changesOfMove, dateErrors, missingForMove, signedAsRecorded } from './agreement.rules.js';
import { AgreementQueries } from './agreements.queries.js';

const DEFAULTS = {
  binding: 'unknown',
  objectives: [],
  authenticLanguages: [],
  effectiveOnSignature: false,
  virtual: false,
};

/** Writes agreements. */
@Injectable()
export class AgreementsService extends RecordService<typeof AGREEMENT> {
  constructor(
    records: Records,
    private readonly agreements: AgreementQueries,
    private readonly parties: PartiesService,
    private readonly obligations: ObligationsService,
  ) {
    super(records, AGREEMENT, agreements);
  }

  /**
   * Records an agreement with its parties, their signatories and its obligations: all of it, or nothing. One that binds or
   * has bound was signed when the last party did, unless something else is said.
   */
  override create(
    at: At,
    { topicIds, placeIds, parties, obligations, ...agreement }: CreateAgreement,
    caller: Caller,
  ): Promise<Json<AgreementView>> {
    const dated = { ...agreement, signed: signedAsRecorded(agreement, parties ?? []) };
    assertValid(dateErrors(dated));
    return this.add(at, caller, async (tx) => {
      const id = await this.records.insert(tx, AGREEMENT, { ...DEFAULTS, ...dated }, caller);
      const within = { agreementId: id };
      await insertLinks(tx, 'agreement_topics', ['agreement_id', id], ['topic_id', topicIds ?? []]);
      await insertLinks(tx, 'agreement_places', ['agreement_id', id], ['place_id', placeIds ?? []]);
      const partyIds = await this.parties.insertAll(tx, within, parties ?? [], caller);
      await this.obligations.insertFirst(tx, within, obligations ?? [], partyIds, caller);
      return id;
    });
  }

  /** Changes an agreement by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { topicIds, placeIds, ...patch }: PatchAgreement,
    caller: Caller,
  ): Promise<Json<AgreementView>> {
    return this.edit(at, match, caller, (tx, agreement) => {
      const own = ['agreement_id', agreement.id] as const;
      const lists = [
        replacedLinks('agreement_topics', own, 'topic_id', ['topicIds', topicIds]),
        replacedLinks('agreement_places', own, 'place_id', ['placeIds', placeIds]),
      ];
      return this.records.patch(tx, AGREEMENT, agreement, patch, caller, { errorsOf: dateErrors, lists });
    });
  }

  /**
   * Moves an agreement to another status; the move may bring the date it is effective on, and the reason. Signed without a
   * date, it is so since the last party signed.
   */
  protected override async makeMove(
    tx: Transaction,
    at: At,
    agreement: Agreement,
    move: Move,
    caller: Caller,
  ): Promise<void> {
    const facts = await this.agreements.readFacts(at, caller, tx);
    const changes: Partial<Agreement> = changesOfMove({ ...facts, ...agreement }, move);
    const errors = dateErrors({ ...agreement, ...changes });
    assertValid(errors.map((error) => ({ ...error, pointer: '/effectiveOn' })));
    const missing = missingForMove(move.to, { ...facts, ...changes });
    await this.records.move(tx, AGREEMENT, agreement, move, caller, { missing, changes });
  }
}
