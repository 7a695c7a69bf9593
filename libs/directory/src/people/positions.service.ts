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
import { PositionQueries } from './positions.queries.js';

/** Writes the positions of people. */
@Injectable()
export class PositionsService extends RecordService<Position, PositionView> {
  constructor(
    database: Database,
    records: Records,
    private readonly positions: PositionQueries,
  ) {
    super(database, records, { entity: Position, name: 'position', input: CreatePosition });
  }

  /** Records a position of a person. */
  create(personId: string, position: CreatePosition, caller: Caller): Promise<Json<PositionView>> {
    return this.database.transaction(async (tx) => {
      await this.records.lock(tx, PERSON, personId, null);
      assertValid(tenureErrors(position));
      const id = await this.records.insert(tx, this.kind, { ...position, personId }, caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a position by a merge patch. */
  patch(
    personId: string,
    id: string,
    match: Precondition,
    patch: PatchPosition,
    caller: Caller,
  ): Promise<Json<PositionView>> {
    const change = (tx: Transaction, position: Position): Promise<Position> => {
      assertValid(tenureErrors({ ...position, ...patch }));
      return this.records.patch(tx, this.kind, position, patch, caller);
    };
    return this.change(id, match, caller, change, { personId });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<PositionView>> {
    return this.positions.read({ id }, caller, tx);
  }
}
