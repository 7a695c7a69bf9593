import { Injectable } from '@nestjs/common';
import { accessState } from '#identity';
import {
  type Caller,
  Clock,
  Database,
  type Json,
  type Sql,
  type Transaction,
  UnknownReference,
  instant,
  list,
  object,
  referenceTo,
  sql,
  statement,
} from '#platform';
import { type ListDefinition, Lists, actor } from '#records';
import { unknownRecord } from '#refusals';
import type { TokenPage, TokenQuery, TokenView } from './tokens.dto.js';

const fields: Record<string, Sql> = {
  id: sql`e.id`,
  label: sql`e.label`,
  holder: actor(sql`e.actor_id`),
  role: sql`e.role`,
  scopes: sql`e.scopes`,
  organizations: list(
    referenceTo(sql`o`),
    sql`visible_organizations(:caller) o where o.id = any (e.organization_ids)`,
    sql`o.sort_name, o.id`,
  ),
  state: accessState,
  createdAt: instant(sql`e.created_at`),
  createdBy: actor(sql`e.created_by_id`),
  lastUsedOn: sql`e.last_used_on`,
  expiresAt: instant(sql`e.expires_at`),
  revokedAt: instant(sql`e.revoked_at`),
};

const oneToken = statement(
  'token',
  sql`select null, ${object(fields)} from access_tokens e where e.id = :id`,
);

const unknownOrganization = statement(
  'token-organization-unknown',
  sql`select to_json(asked.id) from unnest(:ids::uuid[]) asked(id)
    where asked.id not in (select o.id from visible_organizations(:caller) o where o.archived_at is null) limit 1`,
);

const tokens: ListDefinition<TokenQuery> = {
  name: 'tokens',
  from: sql`access_tokens e`,
  neverPutAway: true,
  item: object(fields),
  filters: { state: sql`${accessState} = :state` },
  sorts: { newest: { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true } },
};

/** Reads access tokens, never their secrets. */
@Injectable()
export class TokenQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** A page of tokens, the newest first. */
  list(query: TokenQuery, caller: Caller): Promise<Json<TokenPage>> {
    return this.lists.read(tokens, query, caller, { now: this.clock.now() });
  }

  /**
   * One token.
   * @throws Refusal `record.unknown`
   */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<TokenView>> {
    const found = await this.database.readRecord<TokenView>(
      oneToken,
      caller,
      { id, now: this.clock.now() },
      tx,
    );
    if (!found) throw unknownRecord('token');
    return found;
  }

  /**
   * Makes sure that there are organizations of these ids.
   * @throws UnknownReference
   */
  async assertOrganizations(ids: readonly string[], caller: Caller): Promise<void> {
    const unknown = await this.database.readValue<string>(unknownOrganization, caller, { ids });
    if (unknown) throw new UnknownReference(unknown);
  }
}
