import { Injectable } from '@nestjs/common';
import { type Caller, type Json, sql } from '#platform';
import { type At, RecordQueries, RecordReader } from '#records';
import { lastSignature, partyCount, signaturesFrom, unsignedParties } from '../parties/parties.fragments.js';
import { AgreementConcerns } from './agreement-concerns.js';
import { agreementList } from './agreement-list.js';
import type { AgreementQuery } from './agreement-query.dto.js';
import type { AgreementPage } from './agreement-view.dto.js';
import { AGREEMENT } from './agreement.record.js';
import { type AgreementFacts, GUARDED_STATUSES, missingForMove } from './agreement.rules.js';
import { agreementView, isFollowedBy } from './agreements.fragments.js';
import { termMayEnd } from './terms.fragments.js';

const facts = {
  today: sql`:today::text`,
  partyCount: partyCount(sql`e`),
  unsigned: unsignedParties(sql`e`),
  signed: sql`e.signed`,
  lastSignature: lastSignature(sql`e`),
  signaturesFrom: signaturesFrom(sql`e`),
  effective: sql`e.effective`,
  effectiveOnSignature: sql`e.effective_on_signature`,
  expiry: sql`e.expiry`,
  termEnds: sql`nullif(${termMayEnd(sql`e`)}, 'infinity')`,
  isEvergreen: sql`coalesce(e.renewal ->> 'mode' = 'evergreen', false)`,
  terminated: sql`e.terminated`,
  terminationReason: sql`e.termination_reason`,
  hasSuccessor: isFollowedBy(sql`e`, 'renews'),
  hasReplacement: isFollowedBy(sql`e`, 'replaces'),
};

/** Reads agreements. */
@Injectable()
export class AgreementQueries extends RecordQueries<typeof AGREEMENT, AgreementFacts> {
  constructor(reader: RecordReader, concerns: AgreementConcerns) {
    super(reader, AGREEMENT, {
      one: agreementView(sql`e`),
      list: agreementList(concerns),
      judgement: { facts, missing: missingForMove, guarded: GUARDED_STATUSES },
    });
  }

  /** A page of the register; by expiry where expiry is asked for. */
  override list(at: At, query: AgreementQuery, caller: Caller): Promise<Json<AgreementPage>> {
    const { expiryFrom, expiryTo, expiringWithin, expiring, expired } = query;
    const byExpiry = expiryFrom ?? expiryTo ?? expiringWithin ?? expiring ?? expired;
    return super.list(at, { sort: byExpiry ? 'expiry' : 'name', ...query }, caller);
  }
}
