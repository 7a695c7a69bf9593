import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Transaction,
  callerValues,
  instant,
  object,
  sql,
  statement,
} from '#platform';
import { type ListDefinition, Lists, actor } from '#records';
import { unknownRecord } from '#refusals';
import { IN_DIRECTORY, recordOf } from './directory.fragments.js';
import type { DifferencePage, DifferenceQuery, DifferenceView } from './duplicates.dto.js';
import type { DirectoryKind } from './duplicates.rules.js';

/** Two records, as an address names them. */
export interface PairAt {
  readonly id: string;
  readonly otherId: string;
}

const difference = object({
  kind: sql`e.kind`,
  records: sql`json_build_array(${recordOf(sql`e.first_id`)}, ${recordOf(sql`e.second_id`)})`,
  at: instant(sql`e.at`),
  by: actor(sql`e.by_id`),
});

const oneDifference = statement(
  'difference',
  sql`select ${difference} from different_records e
    where e.first_id = least(:id::uuid, :otherId) and e.second_id = greatest(:id::uuid, :otherId)
    order by e.id limit 1`,
);

// Two ids of one kind; the same one twice is no pair.
const kindOfPair = statement(
  'kind-of-pair',
  sql`select to_json(one.kind) from (${IN_DIRECTORY}) one where one.id in (:id::uuid, :otherId::uuid)
    group by one.kind having count(*) = 2`,
);

// What was said of records that were merged may be the same as what was said of others, or of no pair any more.
const pairs = sql`(
  select d.* from different_records d where d.first_id <> d.second_id and not exists (
    select from different_records former
    where former.first_id = d.first_id and former.second_id = d.second_id and former.id < d.id)) e`;

const differences: ListDefinition<DifferenceQuery> = {
  name: 'differences',
  from: pairs,
  neverPutAway: true,
  item: difference,
  filters: { kind: sql`e.kind = :kind::public.directory_kind` },
  sorts: { newest: { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true } },
};

/** Reads which records are known to be different. */
@Injectable()
export class DifferenceQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** A page of pairs that are known to be different, the last one first. */
  list(query: DifferenceQuery, caller: Caller): Promise<Json<DifferencePage>> {
    return this.lists.read(differences, query, caller);
  }

  /** One pair that is known to be different. */
  async read(at: PairAt, caller: Caller, tx: Transaction): Promise<Json<DifferenceView>> {
    const [text] = (await this.database.readRow(oneDifference, { ...callerValues(caller), ...at }, tx))!;
    return new JsonText(text!).as<DifferenceView>();
  }

  /**
   * What kind of record two are that are in use.
   * @throws Refusal `record.unknown` where they are not of one kind, or the caller may not see both
   */
  async readKind(at: PairAt, caller: Caller, tx: Transaction): Promise<DirectoryKind> {
    const kind = await this.database.readValue<DirectoryKind>(kindOfPair, caller, { ...at }, tx);
    if (!kind) throw unknownRecord('pair of places, topics, organizations or people');
    return kind;
  }
}
