import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Database, type Transaction, sql, statement } from '#platform';
import type { AuditAction } from './audit/audit-actions.js';
import { AuditTrail } from './audit/audit-trail.js';
import { OFFICE } from './office-caller.js';
import { scopesOf } from './roles.js';
import type { Identity, TokenGrant } from './token.js';
import { TokenMemory } from './token-memory.js';
import {
  type FixedIds,
  type KeptToken,
  type MadeToken,
  TOKENS_CHANGED,
  endToken,
  hashOf,
  holderOf,
  insertToken,
  lockToken,
  updateToken,
  useToken,
} from './token-rows.js';
import { isToken } from './token-text.js';

/** How many days a token lasts for which nobody says it. */
const DAYS = 90;
const HOUR = 3_600_000;

/** Refuses what is asked of a token, for what that is made for. */
type Judge = (former: KeptToken) => void;

const findToken = statement(
  'access-token',
  sql`select json_build_object(
        'token', t.id, 'actor', json_build_object('id', a.id, 'name', a.name), 'role', t.role, 'scopes', t.scopes,
        'organizations', t.organization_ids, 'endsAt', floor(extract(epoch from t.expires_at) * 1000)),
        t.last_used_on, t.revoked_at is not null or t.expires_at <= :now
      from access_tokens t join actors a on a.id = t.actor_id where t.hash = decode(:hash, 'hex')`,
);

const findHolder = statement(
  'token-holder',
  sql`select a.id from actors a where a.name = :label and a.kind = 'holder'`,
);

/** Access tokens: stored hashed, checked from memory, which forgets what any instance has changed. */
@Injectable()
export class Tokens {
  private readonly memory = new TokenMemory();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {
    database.hear(TOKENS_CHANGED, {
      hear: (id) => this.memory.forget(id),
      missed: () => this.memory.forget(),
    });
  }

  /**
   * Whom a token stands for, or null where it is unknown, revoked or over.
   * @param admit is asked before a token is looked at that was not valid when it was last sent here
   */
  async identify(token: string, admit?: () => Promise<void>): Promise<Identity | null> {
    const key = hashOf(token);
    const now = this.clock.now();
    const known = this.memory.find(key, now.getTime());
    if (known?.holds) return known.identity;
    if (!known) await admit?.();
    if (!isToken(token) || this.memory.isUnknown(key, now.getTime())) return null;
    const { moment } = this.memory;
    const [found, usedOn = null, isOver] = (await this.database.readRow(findToken, { hash: key, now })) ?? [];
    const identity = found ? toIdentity(found) : null;
    const living = isOver === 'f' ? identity : null;
    this.memory.keep(key, living, now.getTime(), moment);
    // Nobody waits for it: who may not write at this moment may still read.
    if (living) void this.noteUse(living, usedOn, now).catch(() => undefined);
    else if (identity) this.audit.note({ action: 'token.expired-use', ...about(identity) });
    return living;
  }

  /**
   * Makes a token for the actor of this label, who is created with the first one.
   * @param maker who makes it; the office itself, at the command line
   * @param ids which ids it has and its holder gets, where those are not any
   * @returns the token itself, which is shown once and never stored
   */
  create({ days = DAYS, ...grant }: TokenGrant, maker: Caller = OFFICE, ids?: FixedIds): Promise<MadeToken> {
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + days * 24 * HOUR);
    return this.database.transaction(async (tx) => {
      const actorId = await holderOf(tx, grant.label, now, ids?.holder);
      const made = await insertToken(tx, { ...grant, actorId, endsAt }, now, maker.actor!, ids?.token);
      await this.tell(tx, 'token.made', made.id, maker, { role: grant.role });
      return made;
    });
  }

  /**
   * Gives the holder of a token another one for the same, which ends when that would have ended.
   * @param overlap for how many hours both are valid
   * @param judge refuses it for what the token is made for
   * @returns null where no living token has this id
   */
  rotate(id: string, overlap: number, maker: Caller, judge: Judge): Promise<MadeToken | null> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const former = await lockToken(tx, id, now);
      if (!former) return null;
      judge(former);
      await endToken(tx, id, now, overlap * HOUR);
      const made = await insertToken(tx, former, now, maker.actor!);
      await this.tell(tx, 'token.rotated', id, maker, { by: made.id, overlapHours: overlap });
      return made;
    });
  }

  /**
   * Changes what a living token is called or allows, from the next request on.
   * @param judge gives what it is made for afterwards
   * @returns false where there is none with this id
   */
  change(id: string, judge: (former: KeptToken) => Promise<KeptToken>, by: Caller): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const former = await lockToken(tx, id, this.clock.now());
      if (!former) return false;
      const changed = await judge(former);
      await updateToken(tx, id, changed);
      const moved = former.role !== changed.role;
      const roles = moved ? { from: former.role, to: changed.role } : {};
      await this.tell(tx, moved ? 'role.changed' : 'token.changed', id, by, roles);
      return true;
    });
  }

  /** Ends a token; false where there is no living one with this id. */
  async revoke(id: string, by: Caller = OFFICE): Promise<boolean> {
    const ended = await this.database.transaction(async (tx) => {
      const isEnded = await endToken(tx, id, this.clock.now(), 0);
      if (isEnded) await this.tell(tx, 'token.revoked', id, by);
      return isEnded;
    });
    this.forget(id);
    return ended;
  }

  /** Asks the database for a token, or for all, that was changed here from now on: others hear of it a moment later. */
  forget(id?: string): void {
    this.memory.forget(id);
  }

  /** Whom a label stands for; null where nobody holds a token of it yet. */
  async holderOf(label: string): Promise<string | null> {
    const row = await this.database.readRow(findHolder, { label });
    return row?.[0] ?? null;
  }

  /** Every token that is kept, newest first, without its secret. */
  list(): Promise<readonly object[]> {
    return this.database.transaction((tx) =>
      tx.query(
        `select id, label, role, created_at as "createdAt", last_used_on as "lastUsedOn",
           expires_at as "expiresAt", revoked_at as "revokedAt"
         from access_tokens order by id desc`,
      ),
    );
  }

  /** Once a day and token: it is known to the day when a token was last used. */
  private async noteUse(identity: Identity, usedOn: string | null, now: Date): Promise<void> {
    const day = now.toISOString().slice(0, 10);
    if (usedOn === day) return;
    await this.database.transaction(async (tx) => {
      if (await useToken(tx, identity.token, day, now))
        await this.audit.record({ action: 'token.first-used', ...about(identity) }, tx);
    });
  }

  private tell(
    tx: Transaction,
    action: AuditAction,
    id: string,
    caller: Caller,
    details: object = {},
  ): Promise<void> {
    return this.audit.record(
      { action, caller, subjectKind: 'token', subjectId: id, details: { ...details } },
      tx,
    );
  }
}

/** At the door, nobody is the caller yet. */
function about({ token, actor }: Identity) {
  return { actorId: actor.id, tokenId: token, subjectKind: 'token', subjectId: token } as const;
}

function toIdentity(found: string): Identity {
  const row = JSON.parse(found) as Omit<Identity, 'scopes'> & { scopes: string[] | null };
  return { ...row, scopes: scopesOf(row.role, row.scopes) };
}
