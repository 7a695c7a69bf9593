import { Injectable } from '@nestjs/common';
import { DELEGATION } from '#delegations';
import {
  type Caller,
  Database,
  type Transaction,
  callerValues,
  list,
  object,
  referenceTo,
  shownText,
  sql,
  statement,
} from '#platform';
import { isExpected, rowAt } from '#records';
import { unknownRecord } from '#refusals';
import { type SealedProfile, sealedProfile } from '../profiles/profiles.fragments.js';
import type { ProtectedSheetView, ProtectedMemberView } from './sheets.dto.js';

/** A sheet whose profiles are still encrypted. */
export interface SealedSheet {
  readonly delegation: ProtectedSheetView['delegation'];
  readonly members: readonly (Pick<ProtectedMemberView, 'person' | 'role' | 'title'> & {
    readonly profile: SealedProfile | null;
  })[];
}

const member = object({
  person: referenceTo(sql`person`),
  role: sql`member.role`,
  title: shownText(sql`member.title`),
  profile: sql`(select ${sealedProfile(sql`p`)} from protected_profiles p where p.person_id = person.id)`,
});

const members = sql`visible_delegation_members(:caller) member join visible_people(:caller) person on person.id = member.person_id
  where member.delegation_id = e.id and member.archived_at is null and ${isExpected(sql`member.status`)}`;

const readSheet = statement(
  'protected-sheet',
  sql`select ${object({
    delegation: referenceTo(sql`e`),
    members: list(member, members, sql`member.precedence, member.id`),
  })} ${rowAt(DELEGATION)}`,
);

/** Reads the sheets of delegations, still encrypted. */
@Injectable()
export class SheetQueries {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `record.unknown` where there is no such delegation for this caller */
  async read(id: string, caller: Caller, tx: Transaction): Promise<SealedSheet> {
    const found = await this.database.readRow(readSheet, { ...callerValues(caller), id }, tx);
    if (!found) throw unknownRecord('delegation');
    return JSON.parse(found[0]!) as SealedSheet;
  }
}
