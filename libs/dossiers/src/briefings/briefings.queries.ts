import { Injectable } from '@nestjs/common';
import { AgreementConcerns } from '#agreements';
import { EventConcerns } from '#events';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Statement,
  Today,
  callerValues,
  identifier,
  object,
  shownName,
  shownText,
  sql,
  statement,
} from '#platform';
import { type RecordKind, rowAt } from '#records';
import { unknownRecord } from '#refusals';
import { BRIEFED, type Briefed } from './briefed.js';
import type { BriefingView } from './briefing.dto.js';
import { entryParts } from './entry-parts.fragments.js';
import { eventParts } from './event-parts.fragments.js';
import { findAll } from './found.fragments.js';
import { doubtsOf, shownLanguage } from './part.fragments.js';
import { peopleParts } from './people-parts.fragments.js';
import { promiseParts } from './promise-parts.fragments.js';
import { relationshipsPart } from './relationship-parts.fragments.js';

/** Reads briefings: one statement for each kind of record. */
@Injectable()
export class BriefingQueries {
  private readonly statements: ReadonlyMap<RecordKind, Statement>;

  constructor(
    private readonly database: Database,
    private readonly today: Today,
    private readonly events: EventConcerns,
    private readonly agreements: AgreementConcerns,
  ) {
    this.statements = new Map(BRIEFED.map((briefed) => [briefed.kind, this.statementOf(briefed)]));
  }

  /**
   * What there is to know before meeting a place, an organization, a person or a delegation.
   * @throws Refusal `record.unknown` where there is none for this caller
   */
  async read(kind: RecordKind, id: string, caller: Caller): Promise<Json<BriefingView>> {
    const values = { ...callerValues(caller), id, today: this.today.day() };
    const row = await this.database.readRow(this.statements.get(kind)!, values);
    if (!row) throw unknownRecord(kind.name);
    return new JsonText(row[0]!).as<BriefingView>();
  }

  private statementOf(briefed: Briefed): Statement {
    const { kind } = briefed;
    const briefing = object({
      kind: sql`'${identifier(kind.code)}'`,
      id: sql`e.id`,
      name: shownName(sql`e`),
      names: sql`e.names`,
      text: shownText(briefed.text),
      lang: shownLanguage(briefed.text),
      ...doubtsOf(sql`e`),
      asOf: sql`:today::text`,
      ...entryParts,
      ...peopleParts,
      relationships: relationshipsPart(this.events, this.agreements),
      ...eventParts,
      ...promiseParts,
    });
    return statement(
      `${kind.code}-briefing`,
      sql`with ${findAll(briefed, this.events)} select ${briefing} ${rowAt(kind)}`,
    );
  }
}
