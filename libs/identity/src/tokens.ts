import { hash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, type Transaction, sql, statement } from '#platform';
import { type Role, type Scope, scopesOf } from './roles.js';

/** What a valid token stands for. */
export interface Identity {
  /** The id of the token itself. */
  readonly token: string;
  readonly actor: Actor;
  readonly role: Role;
  readonly scopes: readonly Scope[];
  /** The organizations that a partner acts for. */
  readonly organizations: readonly string[];
  /** When it ends, in milliseconds. */
  readonly endsAt: number;
}

/** What a token is made for. */
export interface TokenGrant {
  /** Who holds it: the author of what is written with it. */
  readonly label: string;
  readonly role: Role;
  /** What of its role it allows; all, where it says nothing. */
  readonly scopes?: readonly Scope[] | null;
  readonly organizations?: readonly string[];
  /** How many days it lasts. */
  readonly days?: number;
}

/** How many days a token lasts for which nobody says it. */
const DAYS = 90;
const DAY = 86_400_000;

/** What was found out about a token holds for this many milliseconds. */
const REMEMBERED_FOR = 30_000;
const REMEMBERED_AT_MOST = 10_000;

const findToken = statement(
  'access-token',
  sql`select json_build_object(
        'token', t.id, 'actor', json_build_object('id', a.id, 'name', a.name), 'role', t.role, 'scopes', t.scopes,
        'organizations', t.organization_ids, 'endsAt', floor(extract(epoch from t.expires_at) * 1000))
      from access_tokens t join actors a on a.id = t.actor_id
      where t.hash = decode(:hash, 'hex') and t.revoked_at is null and t.expires_at > :now`,
);

/** Access tokens: stored hashed, checked from memory for half a minute. */
@Injectable()
export class Tokens {
  // Apart, so that who invents tokens makes no valid one be forgotten.
  private readonly valid = new Map<string, { readonly identity: Identity; readonly until: number }>();
  private readonly unknown = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Whom a token stands for, or null where it is unknown or revoked.
   * @param admit is asked before a token is looked at that was not valid when it was last sent here
   */
  async identify(token: string, admit?: () => Promise<void>): Promise<Identity | null> {
    const key = hashOf(token);
    const now = this.clock.now().getTime();
    const known = this.valid.get(key);
    if (known && known.until > now) return known.identity;
    if (!known) {
      await admit?.();
      if ((this.unknown.get(key) ?? 0) > now) return null;
    }
    const row = await this.database.readRow(findToken, { hash: key, now: this.clock.now() });
    const identity = row ? toIdentity(row[0]!) : null;
    this.keep(key, identity, Math.min(now + REMEMBERED_FOR, identity?.endsAt ?? Infinity));
    return identity;
  }

  private keep(key: string, identity: Identity | null, until: number): void {
    this.valid.delete(key);
    if (identity) remember(this.valid, key, { identity, until });
    else remember(this.unknown, key, until);
  }

  /**
   * Makes a token for the actor of this label, who is created with the first one.
   * @returns the token itself, which is shown once and never stored
   */
  async create(grant: TokenGrant): Promise<{ id: string; token: string }> {
    const { label, role, scopes = null, organizations = [], days = DAYS } = grant;
    const now = this.clock.now();
    const token = `corteo_${randomBytes(24).toString('base64url')}`;
    const id = randomUUIDv7();
    await this.database.transaction(async (tx) => {
      const actorId = await this.actorOf(tx, label);
      await tx.query(
        `insert into access_tokens (id, actor_id, label, role, scopes, organization_ids, hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
        [
          id,
          actorId,
          label,
          role,
          scopes,
          organizations,
          hashOf(token),
          now,
          new Date(now.getTime() + days * DAY),
        ],
      );
    });
    return { id, token };
  }

  /** Every token ever made, newest first, without its secret. */
  async list(): Promise<
    { id: string; label: string; role: Role; createdAt: Date; expiresAt: Date; revokedAt: Date | null }[]
  > {
    return this.database.transaction((tx) =>
      tx.query(
        `select t.id, t.label, t.role, t.created_at as "createdAt", t.expires_at as "expiresAt",
           t.revoked_at as "revokedAt"
         from access_tokens t order by t.id desc`,
      ),
    );
  }

  /** Ends a token; false where there is no living one with this id. */
  async revoke(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        `update access_tokens set revoked_at = $2 where id::text = $1 and revoked_at is null`,
        [id, this.clock.now()],
      );
      return count === 1;
    });
  }

  private async actorOf(tx: Transaction, label: string): Promise<string> {
    await tx.query(
      `insert into actors (id, name, created_at, kind) values ($1, $2, $3, 'holder')
       on conflict (name) where kind = 'holder' do nothing`,
      [randomUUIDv7(), label, this.clock.now()],
    );
    const [actor] = await tx.query<[{ id: string }]>(
      `select id from actors where name = $1 and kind = 'holder'`,
      [label],
    );
    return actor.id;
  }
}

/** Keeps an entry, for which the oldest one is forgotten where there are too many. */
function remember<T>(entries: Map<string, T>, key: string, entry: T): void {
  if (entries.size >= REMEMBERED_AT_MOST) entries.delete(entries.keys().next().value!);
  entries.set(key, entry);
}

function toIdentity(found: string): Identity {
  const row = JSON.parse(found) as Omit<Identity, 'scopes'> & { scopes: string[] | null };
  return { ...row, scopes: scopesOf(row.role, row.scopes) };
}

function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}
