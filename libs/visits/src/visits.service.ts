import { Injectable } from '@nestjs/common';
import { EventWriter } from '#events';
import { EventFollowUpsWriter } from '#follow-ups';
import { ProgrammeWriter } from '#participants';
import { type Caller, type Json, type Precondition, type Transaction, insertLinksOfAll } from '#platform';
import { type At, type Move, RecordService, Records, refuseUnready } from '#records';
import { replaceDates, replacedDelegations } from './visit-delegations.writer.js';
import type { MoveVisit } from './visit-move.dto.js';
import type { Visit } from './visit.entity.js';
import { VISIT } from './visit.record.js';
import type { CreateVisit, PatchVisit, VisitView } from './visits.dto.js';
import { VisitQueries } from './visits.queries.js';

const COMPLETED_FIRST = 'to be completed first: that proposes what has to be done after it';

/** Writes visits. */
@Injectable()
export class VisitsService extends RecordService<typeof VISIT> {
  constructor(
    records: Records,
    private readonly visits: VisitQueries,
    private readonly events: EventWriter,
    private readonly programmes: ProgrammeWriter,
    private readonly followUps: EventFollowUpsWriter,
  ) {
    super(records, VISIT, visits);
  }

  /** Records a visit with its stops, its agenda and its participants: all of it, or nothing. */
  override create(at: At, input: CreateVisit, caller: Caller): Promise<Json<VisitView>> {
    return this.add(at, caller, async (tx) => (await this.insertAll(tx, [input], caller))[0]!);
  }

  /** Records visits, each as `create` does. */
  override createAll(inputs: readonly CreateVisit[], caller: Caller): Promise<string[]> {
    return this.records.transaction((tx) => this.insertAll(tx, inputs, caller));
  }

  private async insertAll(
    tx: Transaction,
    inputs: readonly CreateVisit[],
    caller: Caller,
  ): Promise<string[]> {
    const visits = await this.events.insertAll(tx, VISIT, inputs.map(eventOf), caller);
    const delegations = inputs.map((input, at) => [visits[at]!.id, input.delegationIds ?? []] as const);
    await insertLinksOfAll(tx, 'visit_delegations', ['event_id', 'delegation_id'], delegations);
    for (const [at, { delegationDates = [], agenda = [], participants = [] }] of inputs.entries()) {
      const visit = visits[at]!;
      if (delegationDates.length > 0) await replaceDates(tx, visit.id, delegationDates);
      await this.programmes.writeProgramme(tx, visit, agenda, participants, caller);
    }
    return visits.map(({ id }) => id);
  }

  /** Changes a visit by a merge patch; dates that change are kept with the reason. */
  override patch(
    at: At,
    match: Precondition,
    { delegationIds, delegationDates, ...patch }: PatchVisit,
    caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.edit(at, match, caller, async (tx, visit) => {
      const lists = [replacedDelegations(visit.id, { delegationIds, delegationDates })];
      await this.events.patch(tx, VISIT, visit, patch, caller, lists);
      await this.programmes.follow(tx, visit.id, patch, caller);
    });
  }

  /** Moves a visit to another status; one that is called off names what is still open. */
  override async move(
    at: At,
    match: Precondition | null,
    move: MoveVisit,
    caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.followUps.nameOpen(await super.move(at, match, move, caller), at.id!, move.to, caller);
  }

  /** One that is completed proposes the standing follow-ups, and takes along what is unsettled where that is asked for. */
  protected override async makeMove(
    tx: Transaction,
    at: At,
    visit: Visit,
    move: MoveVisit & Move,
    caller: Caller,
  ): Promise<void> {
    await this.programmes.makeWay(tx, visit, move, caller);
    const missing = await this.visits.lacks(at, move.to, caller, tx);
    const changes = { sequence: visit.sequence + 1 };
    await this.records.move(tx, VISIT, visit, move, caller, { missing, changes });
    if (move.to !== 'completed') return;
    const isMoreToDo = await this.followUps.propose(tx, visit, caller);
    // Refused, nothing of it is there to be done.
    if (isMoreToDo && move.onwardTo) refuseUnready(VISIT, move.onwardTo, [COMPLETED_FIRST]);
    if (!move.settle) return;
    const delegationIds = await this.visits.readOnTheirWay(at, caller, tx);
    await this.programmes.settle(tx, visit.id, delegationIds, caller);
  }
}

/** What is written of a visit in its own row and as of any event. */
function eventOf({
  agenda: _agenda,
  participants: _participants,
  delegationIds: _delegationIds,
  delegationDates: _delegationDates,
  ...event
}: CreateVisit): Omit<CreateVisit, 'agenda' | 'participants' | 'delegationIds' | 'delegationDates'> {
  return event;
}
