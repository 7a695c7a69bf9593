import { randomUUIDv7 } from 'node:crypto';
import { type Actor, type Clock, type Database, type Transaction, sql, statement } from '#platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { Role } from '../roles.js';

/** Somebody as an issuer knows them. */
export interface User {
  readonly issuer: string;
  readonly subject: string;
  /** What the issuer calls them; null where it does not say. */
  readonly name: string | null;
  /** What they are called where nobody has said it. */
  readonly fallback: string;
  readonly role: Role;
}

const findUser = statement(
  'user-of-issuer',
  sql`select id, name, issued_role from actors where kind = 'user' and issuer = :issuer and subject = :subject`,
);

/** Those whom an issuer knows, as actors: made at first sight, and called as the issuer calls them. */
export class Users {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** The actor that somebody is here. */
  async meet(user: User): Promise<Actor> {
    const { issuer, subject, name } = user;
    const [id, known, role] = (await this.database.readRow(findUser, { issuer, subject })) ?? [];
    const isKnown = id && known && (name ?? known) === known && role === user.role;
    return isKnown ? { id, name: known } : this.note(user);
  }

  /** Notes that the issuer gives somebody no role any more, where they are an actor here. */
  async dismiss({ issuer, subject }: Pick<User, 'issuer' | 'subject'>): Promise<void> {
    const [id, , role] = (await this.database.readRow(findUser, { issuer, subject })) ?? [];
    if (!id || !role) return;
    await this.database.transaction(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        'update actors set issued_role = null where id = $1 and issued_role = $2',
        [id, role],
      );
      if (count === 1) await this.tell(tx, { id }, { from: role, to: null });
    });
  }

  // Two who come at once make one actor.
  private note({ issuer, subject, name, fallback, role }: User): Promise<Actor> {
    return this.database.transaction(async (tx) => {
      const [before] = await tx.query<[{ role: string | null }?]>(
        `select issued_role as role from actors where kind = 'user' and issuer = $1 and subject = $2
         for no key update`,
        [issuer, subject],
      );
      const [actor] = await tx.query<[Actor]>(
        `insert into actors (id, kind, issuer, subject, name, created_at, issued_role)
         values ($1, 'user', $2, $3, coalesce($4, $5), $6, $7)
         on conflict (issuer, subject) where kind = 'user' do update set
           issued_role = $7,
           name = coalesce($4, actors.name),
           version = actors.version + (actors.name <> coalesce($4, actors.name))::int
         returning id, name`,
        [randomUUIDv7(), issuer, subject, name, fallback, this.clock.now(), role],
      );
      if (before?.role && before.role !== role) await this.tell(tx, actor, { from: before.role, to: role });
      return actor;
    });
  }

  private tell(tx: Transaction, { id }: Pick<Actor, 'id'>, details: object): Promise<void> {
    const entry = { action: 'role.changed', actorId: id, subjectKind: 'actor', subjectId: id } as const;
    return this.audit.record({ ...entry, details: { ...details } }, tx);
  }
}
