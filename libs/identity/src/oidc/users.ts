import { randomUUIDv7 } from 'node:crypto';
import { type Actor, type Clock, type Database, sql, statement } from '#platform';

/** Somebody as an issuer knows them. */
export interface User {
  readonly issuer: string;
  readonly subject: string;
  /** What the issuer calls them; null where it does not say. */
  readonly name: string | null;
  /** What they are called where nobody has said it. */
  readonly fallback: string;
}

const findUser = statement(
  'user-of-issuer',
  sql`select id, name from actors where kind = 'user' and issuer = :issuer and subject = :subject`,
);

/** Those whom an issuer knows, as actors: made at first sight, and called as the issuer calls them. */
export class Users {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The actor that somebody is here. */
  async meet(user: User): Promise<Actor> {
    const { issuer, subject, name } = user;
    const [id, known] = (await this.database.readRow(findUser, { issuer, subject })) ?? [];
    return id && known && (name ?? known) === known ? { id, name: known } : this.note(user);
  }

  // Two who come at once make one actor.
  private note({ issuer, subject, name, fallback }: User): Promise<Actor> {
    return this.database.transaction(async (tx) => {
      const [actor] = await tx.query<[Actor]>(
        `insert into actors (id, kind, issuer, subject, name, created_at)
         values ($1, 'user', $2, $3, coalesce($4, $5), $6)
         on conflict (issuer, subject) where kind = 'user' do update set
           name = coalesce($4, actors.name),
           version = actors.version + (actors.name <> coalesce($4, actors.name))::int
         returning id, name`,
        [randomUUIDv7(), issuer, subject, name, fallback, this.clock.now()],
      );
      return actor;
    });
  }
}
