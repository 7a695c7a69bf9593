import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  type Sql,
  type Transaction,
  callerValues,
  identityFields,
  makingFields,
  object,
  reference,
  shownText,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { PositionPage, PositionQuery, PositionView } from './positions.dto.js';

function positionFields(row: Sql): Record<string, Sql> {
  return {
    ...identityFields(row),
    organization: reference(sql`organizations`, sql`${row}.organization_id`),
    title: sql`${row}.title`,
    since: sql`${row}.since`,
    until: sql`${row}.until`,
    onBehalfOf: sql`${row}.on_behalf_of`,
    ...makingFields(row),
  };
}

/** Where a position stands: the person in its address. */
export interface PositionAt {
  readonly personId: string;
}

/** A position as it stands in its person and by itself. */
export function position(row: Sql): Sql {
  return object(positionFields(row));
}

const knownPerson = statement(
  'known-person',
  sql`select p.id from people p where p.id = :personId and (:archived or p.archived_at is null)`,
);

/** One position at its own address, as row `e`. */
export const onePosition = sql`from positions e join people p on p.id = e.person_id
  where e.id = :id and p.id = :personId
    and (:archived or (e.archived_at is null and p.archived_at is null))`;

const readPosition = statement('position', sql`select e.version, ${position(sql`e`)} ${onePosition}`);

const positions: ListDefinition<PositionQuery> = {
  name: 'positions',
  from: sql`positions e`,
  item: object({
    ...positionFields(sql`e`),
    title: shownText(sql`e.title`),
    onBehalfOf: shownText(sql`e.on_behalf_of`),
  }),
  where: sql`e.person_id = :personId`,
  filters: {},
  sorts: RECORDED_SORT,
};

/** Reads the positions of people. */
@Injectable()
export class PositionQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One position; unknown where there is none for this caller. */
  async read(id: string, at: PositionAt, caller: Caller, tx?: Transaction): Promise<Json<PositionView>> {
    const found = await this.database.readRecord<PositionView>(readPosition, caller, { id, ...at }, tx);
    if (!found) throw unknownRecord('position');
    return found;
  }

  /** A page of the positions of a person. */
  async list(at: PositionAt, query: PositionQuery, caller: Caller): Promise<Json<PositionPage>> {
    const values = { ...callerValues(caller), ...at };
    if (!(await this.database.readRow(knownPerson, values))) throw unknownRecord('person');
    return this.lists.read(positions, query, caller, { ...at });
  }
}
