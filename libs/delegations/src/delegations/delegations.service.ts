import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type Json,
  type Precondition,
  type Transaction,
  insertLinks,
  replaceLinks,
} from '#platform';
import { type At, RecordService, Records, lockRecord } from '#records';
import { MembersService } from '../members/members.service.js';
import type { CreateDelegation, PatchDelegation } from './delegation-input.dto.js';
import type { DelegationView } from './delegation-view.dto.js';
import { DELEGATION } from './delegation.record.js';
import { DelegationQueries } from './delegations.queries.js';

/** Writes delegations. */
@Injectable()
export class DelegationsService extends RecordService<typeof DELEGATION> {
  constructor(
    records: Records,
    delegations: DelegationQueries,
    private readonly members: MembersService,
  ) {
    super(records, DELEGATION, delegations);
  }

  /** Records a delegation with its members: all of it, or nothing. */
  override create(
    at: At,
    { organizationIds, topicIds, members, ...delegation }: CreateDelegation,
    caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.add(at, caller, async (tx) => {
      const id = await this.records.insert(tx, DELEGATION, delegation, caller);
      await insertLinks(tx, ...represented(id, organizationIds));
      await insertLinks(tx, ...interests(id, topicIds));
      await this.members.insertFirst(tx, id, members ?? [], caller);
      return id;
    });
  }

  /** Changes a delegation by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { organizationIds, topicIds, ...patch }: PatchDelegation,
    caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.edit(at, match, caller, async (tx, delegation) => {
      await this.records.patch(tx, DELEGATION, delegation, patch, caller);
      const { id } = delegation;
      if (organizationIds !== undefined) await replaceLinks(tx, ...represented(id, organizationIds));
      if (topicIds !== undefined) await replaceLinks(tx, ...interests(id, topicIds));
    });
  }

  /** Has delegations depart that are still on their way, as far as they are ready for every step. */
  async settle(tx: Transaction, ids: readonly string[], caller: Caller): Promise<void> {
    for (const id of ids) {
      const delegation = await lockRecord(tx, DELEGATION, { id }, null);
      await this.moveWhereReady(tx, { id }, delegation, { to: 'departed' }, caller);
    }
  }
}

type Links = [table: string, own: [string, string], other: [string, string[]]];

function represented(id: string, organizationIds: string[] | null | undefined): Links {
  return ['delegation_organizations', ['delegation_id', id], ['organization_id', organizationIds ?? []]];
}

function interests(id: string, topicIds: string[] | null | undefined): Links {
  return ['delegation_topics', ['delegation_id', id], ['topic_id', topicIds ?? []]];
}
