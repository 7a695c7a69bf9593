import { Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, type Transaction, insertLinks } from '#platform';
import { type At, RecordService, Records, lockRecord, replacedLinks } from '#records';
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
      const own = ['delegation_id', id] as const;
      await insertLinks(tx, 'delegation_organizations', own, ['organization_id', organizationIds ?? []]);
      await insertLinks(tx, 'delegation_topics', own, ['topic_id', topicIds ?? []]);
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
    return this.edit(at, match, caller, (tx, delegation) => {
      const own = ['delegation_id', delegation.id] as const;
      const lists = [
        replacedLinks('delegation_organizations', own, 'organization_id', [
          'organizationIds',
          organizationIds,
        ]),
        replacedLinks('delegation_topics', own, 'topic_id', ['topicIds', topicIds]),
      ];
      return this.records.patch(tx, DELEGATION, delegation, patch, caller, { lists });
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
