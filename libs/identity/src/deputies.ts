import { randomUUIDv7 } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Actor,
  CONFIG,
  type Caller,
  Clock,
  type Config,
  Database,
  type Principal,
  sql,
  statement,
} from '#platform';
import { Refusal } from '#refusals';
import { AuditTrail } from './audit/audit-trail.js';
import { IDENTITY_PROBLEMS } from './identity.problems.js';

/** The header by which a deputy says for whom a request is. */
export const ON_BEHALF_OF = 'corteo-on-behalf-of';

/** Somebody acts for somebody for a time. */
export interface Deputation {
  readonly actorId: string;
  readonly principalId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
}

const findPrincipal = statement(
  'deputy',
  sql`select json_build_object('id', p.id, 'name', p.name, 'roles', array(
        select t.role from access_tokens t where t.actor_id = p.id and t.revoked_at is null and t.expires_at > :now
        union select p.issued_role where p.issuer = :issuer and p.issued_role is not null))
    from deputies d join actors p on p.id = d.principal_id
    where d.actor_id = :actor and d.principal_id::text = :principal and d.ended_at is null
      and d.starts_at <= :now and d.ends_at > :now
    limit 1`,
);

/** Who acts for whom at the moment. */
@Injectable()
export class Deputies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Whom somebody acts for, as a header of the request says it.
   * @throws Refusal `identity.no-deputy` where that is not so at this moment
   */
  async principalOf(actor: Actor, header: string): Promise<Principal> {
    const now = this.clock.now();
    const row = await this.database.readRow(findPrincipal, {
      actor: actor.id,
      principal: header.trim().toLowerCase(),
      issuer: this.config.openId?.issuer ?? null,
      now,
    });
    if (row) return JSON.parse(row[0]!) as Principal;
    throw new Refusal(
      IDENTITY_PROBLEMS['identity.no-deputy'],
      `${actor.name} is not the deputy of the actor that Corteo-On-Behalf-Of names, or not at this time.`,
    );
  }

  /**
   * Lets somebody act for somebody for a time.
   * @param id which id it has, where that is not any
   */
  async name(deputation: Deputation, by: Caller, id: string = randomUUIDv7()): Promise<string> {
    const { actorId, principalId, startsAt, endsAt, reason } = deputation;
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into deputies (id, actor_id, principal_id, starts_at, ends_at, reason, created_at, created_by_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, actorId, principalId, startsAt, endsAt, reason, this.clock.now(), by.actor!.id],
      );
      const details = { actorId, principalId, endsAt: endsAt.toISOString() };
      await this.audit.record({ action: 'deputy.named', caller: by, ...subject(id), reason, details }, tx);
    });
    return id;
  }

  /** Ends it before its time; false where it is not there, or over. */
  async end(id: string, by: Caller): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        'update deputies set ended_at = $2 where id = $1 and ended_at is null and ends_at > $2',
        [id, this.clock.now()],
      );
      if (count === 1) await this.audit.record({ action: 'deputy.ended', caller: by, ...subject(id) }, tx);
      return count === 1;
    });
  }
}

function subject(id: string) {
  return { subjectKind: 'deputy', subjectId: id } as const;
}
