import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  assertValid,
  created,
} from '#platform';
import { tenureErrors } from '../tenure.rules.js';
import { PERSON } from './people.service.js';
import { Position } from './position.entity.js';
import { CreatePosition, type PatchPosition, type PositionView } from './positions.dto.js';
import { type PositionAt, PositionQueries } from './positions.queries.js';

/** Writes the positions of people. */
@Injectable()
export class PositionsService extends RecordService<Position, PositionView, PositionAt> {
  constructor(
    database: Database,
    records: Records,
    private readonly positions: PositionQueries,
  ) {
    super(database, records, { entity: Position, name: 'position', input: CreatePosition });
  }

  /** Records a position of a person. */
  create(at: PositionAt, position: CreatePosition, caller: Caller): Promise<Json<PositionView>> {
    return this.database.transaction(async (tx) => {
      await this.records.lock(tx, PERSON, at.personId, null);
      assertValid(tenureErrors(position));
      const id = await this.records.insert(tx, this.kind, { ...position, ...at }, caller);
      return created(id, await this.readBack(id, caller, tx, at));
    });
  }

  /** Changes a position by a merge patch. */
  patch(
    at: PositionAt,
    id: string,
    match: Precondition,
    patch: PatchPosition,
    caller: Caller,
  ): Promise<Json<PositionView>> {
    const change = (tx: Transaction, position: Position): Promise<Position> => {
      assertValid(tenureErrors({ ...position, ...patch }));
      return this.records.patch(tx, this.kind, position, patch, caller);
    };
    return this.change(id, match, caller, change, at);
  }

  protected readBack(
    id: string,
    caller: Caller,
    tx: Transaction,
    at: PositionAt,
  ): Promise<Json<PositionView>> {
    return this.positions.read(id, at, caller, tx);
  }
}
