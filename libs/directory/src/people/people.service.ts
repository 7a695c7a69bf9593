import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  type RecordKind,
  RecordService,
  Records,
  type Transaction,
  assertValid,
  created,
  declareParts,
  insertAll,
} from '#platform';
import { tenureErrors } from '../tenure.rules.js';
import { type CreatePerson, type PatchPerson, PersonDetails, type PersonView } from './people.dto.js';
import { PersonQueries } from './people.queries.js';
import { Person } from './person.entity.js';
import { Position } from './position.entity.js';
import type { CreatePosition } from './positions.dto.js';

/** People, for whoever writes them or their positions. */
export const PERSON: RecordKind<Person> = {
  entity: Person,
  name: 'person',
  input: PersonDetails,
};

declareParts('people', { positions: ['positions', 'person_id'] });

/** Writes people. */
@Injectable()
export class PeopleService extends RecordService<Person, PersonView> {
  constructor(
    database: Database,
    records: Records,
    private readonly people: PersonQueries,
  ) {
    super(database, records, PERSON);
  }

  /** Records a person, together with the positions held. */
  create({ positions = [], ...person }: CreatePerson, caller: Caller): Promise<Json<PersonView>> {
    return this.database.transaction(async (tx) => {
      assertValid(positions.flatMap((position, index) => tenureErrors(position, `/positions/${index}`)));
      const id = await this.records.insert(tx, this.kind, { languages: [], ...person }, caller);
      await insertAll(tx, Position, this.records.stampAll(positions.map(rowOf(id)), caller));
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a person by a merge patch. */
  patch(id: string, match: Precondition, patch: PatchPerson, caller: Caller): Promise<Json<PersonView>> {
    return this.change(id, match, caller, (tx, person) =>
      this.records.patch(tx, this.kind, person, patch, caller),
    );
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<PersonView>> {
    return this.people.read(id, caller, tx);
  }
}

/** Rows of one statement have the same columns, whatever each position leaves out. */
function rowOf(personId: string): (position: CreatePosition) => Partial<Position> {
  return ({ organizationId, title, since = null, until = null, onBehalfOf = null }) => ({
    personId,
    organizationId,
    title,
    since,
    until,
    onBehalfOf,
  });
}
