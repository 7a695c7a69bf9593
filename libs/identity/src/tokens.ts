import { hash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, type Transaction, sql, statement } from '#platform';

export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a token of each scope allows: who may write may read. */
const ALLOWED: Readonly<Record<Scope, readonly Scope[]>> = { read: ['read'], write: ['read', 'write'] };

/** What a valid token stands for. */
export interface Identity {
  /** The id of the token itself. */
  readonly token: string;
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
}

/** What was found out about a token holds for this many milliseconds. */
const REMEMBERED_FOR = 30_000;
const REMEMBERED_AT_MOST = 10_000;

const findToken = statement(
  'access-token',
  sql`select json_build_object(
        'token', t.id, 'actor', json_build_object('id', a.id, 'name', a.name), 'scope', t.scope)
      from access_tokens t join actors a on a.id = t.actor_id
      where t.hash = decode(:hash, 'hex') and t.revoked_at is null`,
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
    const row = await this.database.readRow(findToken, { hash: key });
    const identity = row ? toIdentity(row[0]!) : null;
    this.keep(key, identity, now + REMEMBERED_FOR);
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
  async create(label: string, scope: Scope): Promise<{ id: string; token: string }> {
    const token = `corteo_${randomBytes(24).toString('base64url')}`;
    const id = randomUUIDv7();
    await this.database.transaction(async (tx) => {
      const actorId = await this.actorOf(tx, label);
      await tx.query(
        `insert into access_tokens (id, actor_id, scope, hash, created_at) values ($1, $2, $3, decode($4, 'hex'), $5)`,
        [id, actorId, scope, hashOf(token), this.clock.now()],
      );
    });
    return { id, token };
  }

  /** Every token ever made, newest first, without its secret. */
  async list(): Promise<
    { id: string; label: string; scope: Scope; createdAt: Date; revokedAt: Date | null }[]
  > {
    return this.database.transaction((tx) =>
      tx.query(
        `select t.id, a.name as label, t.scope, t.created_at as "createdAt", t.revoked_at as "revokedAt"
         from access_tokens t join actors a on a.id = t.actor_id order by t.id desc`,
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
  const { token, actor, scope } = JSON.parse(found) as { token: string; actor: Actor; scope: Scope };
  return { token, actor, scopes: ALLOWED[scope] };
}

function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}
