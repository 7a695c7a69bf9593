import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  Lists,
  Today,
  type Transaction,
  type TransitionsView,
  describeMoves,
  object,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import { partyCount, unsignedParties } from '../parties/parties.fragments.js';
import { agreements } from './agreement-list.js';
import type { AgreementQuery } from './agreement-query.dto.js';
import { type AgreementFacts, agreementLifecycle, missingForMove } from './agreement.rules.js';
import type { AgreementPage, AgreementView } from './agreements.dto.js';
import { agreementView, hasSuccessor } from './agreements.fragments.js';

const oneAgreement = statement(
  'agreement',
  sql`select e.version, ${agreementView(sql`e`)}
      from agreements e where e.id = :id and (:archived or e.archived_at is null)`,
);

/** Where an agreement stands, and what its moves are judged by. */
interface Standing extends AgreementFacts {
  readonly status: string;
}

const standing = statement(
  'agreement-standing',
  sql`select ${object({
    status: sql`e.status`,
    partyCount: partyCount(sql`e`),
    unsigned: unsignedParties(sql`e`),
    signed: sql`e.signed`,
    effective: sql`e.effective`,
    effectiveOnSignature: sql`e.effective_on_signature`,
    terminated: sql`e.terminated`,
    terminationReason: sql`e.termination_reason`,
    hasSuccessor: hasSuccessor(sql`e`),
  })} from agreements e where e.id = :id and (:archived or e.archived_at is null)`,
);

/** Reads agreements. */
@Injectable()
export class AgreementQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly today: Today,
  ) {}

  /** One agreement with everything that is part of it; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<AgreementView>> {
    const values = { id, today: this.today.day() };
    const agreement = await this.database.readRecord<AgreementView>(oneAgreement, caller, values, tx);
    if (!agreement) throw unknownRecord('agreement');
    return agreement;
  }

  /** A page of the register; by expiry where expiry is asked for. */
  list(query: AgreementQuery, caller: Caller): Promise<Json<AgreementPage>> {
    const { expiryFrom, expiryTo, expiringWithin, expiring } = query;
    const byExpiry = expiryFrom ?? expiryTo ?? expiringWithin ?? expiring;
    return this.lists.read(agreements, { sort: byExpiry ? 'expiry' : 'name', ...query }, caller);
  }

  /** Where an agreement stands, the moves open to it, and what they still lack. */
  async readTransitions(id: string, caller: Caller): Promise<TransitionsView> {
    const facts = await this.readStanding(id, caller);
    return describeMoves(agreementLifecycle, facts.status, (to) => missingForMove(to, facts));
  }

  /** What the moves of an agreement are judged by; unknown where there is none for this caller. */
  async readStanding(id: string, caller: Caller, tx?: Transaction): Promise<Standing> {
    const facts = await this.database.readValue<Standing>(standing, caller, { id }, tx);
    if (!facts) throw unknownRecord('agreement');
    return facts;
  }
}
