import { Inject, Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Statement,
  type Transaction,
  callerValues,
  list,
  object,
  sql,
  statement,
} from '#platform';
import { ITEM_CONFLICTS, type ItemConflicts } from '../conflicts/item-conflicts.js';
import { agendaItemFields } from '../items/agenda.fragments.js';
import type { MovedAgendaView } from './rearrangements.dto.js';

/** Reads what was just rearranged. */
@Injectable()
export class RearrangementQueries {
  private readonly rearranged: Statement;

  constructor(
    private readonly database: Database,
    @Inject(ITEM_CONFLICTS) conflictsOf: ItemConflicts,
  ) {
    const items = list(
      object(agendaItemFields(sql`i`)),
      sql`visible_agenda_items(:caller) i where i.id = any (:ids::uuid[])`,
      sql`i.position, i.id`,
    );
    const conflicts = conflictsOf(sql`select unnest(:ids::uuid[])`);
    this.rearranged = statement('agenda-rearranged', sql`select ${object({ items, conflicts })}`);
  }

  /** Items in order, and their conflicts. */
  async read(ids: readonly string[], caller: Caller, tx: Transaction): Promise<Json<MovedAgendaView>> {
    const [text] = (await this.database.readRow(this.rearranged, { ...callerValues(caller), ids }, tx))!;
    return new JsonText(text!).as<MovedAgendaView>();
  }
}
