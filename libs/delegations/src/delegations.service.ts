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
  created,
  insertLinks,
  replaceLinks,
} from '#platform';
import type { Delegation } from './delegation.entity.js';
import type { CreateDelegation, DelegationView, PatchDelegation } from './delegations.dto.js';
import { DelegationQueries } from './delegations.queries.js';
import { delegationLifecycle, missingForMove } from './delegations.rules.js';
import { DELEGATION, MembersService } from './members.service.js';

/** Writes delegations. */
@Injectable()
export class DelegationsService extends RecordService<Delegation, DelegationView> {
  constructor(
    database: Database,
    records: Records,
    private readonly delegations: DelegationQueries,
    private readonly members: MembersService,
  ) {
    super(database, records, DELEGATION);
  }

  /** Records a delegation with its members: all of it, or nothing. */
  create(
    {
      organizationIds,
      topicIds,
      members,
      status = delegationLifecycle.initial,
      ...delegation
    }: CreateDelegation,
    caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, { ...delegation, status }, caller);
      await this.records.noteFirstStatus(tx, [{ id, status }], caller);
      await insertLinks(tx, ...represented(id, organizationIds));
      await insertLinks(tx, ...interests(id, topicIds));
      await this.members.insertFirst(tx, id, members ?? [], caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a delegation by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    { organizationIds, topicIds, ...patch }: PatchDelegation,
    caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.change(id, match, caller, async (tx, delegation) => {
      await this.records.patch(tx, this.kind, delegation, patch, caller);
      if (organizationIds !== undefined) await replaceLinks(tx, ...represented(id, organizationIds));
      if (topicIds !== undefined) await replaceLinks(tx, ...interests(id, topicIds));
    });
  }

  /** Moves a delegation to another status. */
  move(
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<DelegationView>> {
    return this.change(id, match, caller, async (tx, delegation) => {
      const { facts } = await this.delegations.readStanding(id, caller, tx);
      const missing = missingForMove(move.to, facts);
      await this.records.move(tx, this.kind, delegationLifecycle, delegation, move, caller, { missing });
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<DelegationView>> {
    return this.delegations.read(id, caller, tx);
  }
}

type Links = [table: string, own: [string, string], other: [string, string[]]];

function represented(id: string, organizationIds: string[] | null | undefined): Links {
  return ['delegation_organizations', ['delegation_id', id], ['organization_id', organizationIds ?? []]];
}

function interests(id: string, topicIds: string[] | null | undefined): Links {
  return ['delegation_topics', ['delegation_id', id], ['topic_id', topicIds ?? []]];
}
