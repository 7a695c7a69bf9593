import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import type { BaselinePlan } from './baseline.plan.js';
import { readBack, transaction } from './baseline.transaction.js';

interface Move {
  readonly to: string;
  readonly reason: string;
}

/** Moves agreements as a bare server would; the database writes the history, for both. */
export class AgreementMover {
  constructor(
    private readonly pool: pg.Pool,
    private readonly plan: Pick<BaselinePlan, 'actorId' | 'oneAgreement'>,
  ) {}

  /** Moves an agreement of this version to another status, and gives it as it is read; null where it has another by now. */
  move(id: string, version: number, body: object): Promise<string | null> {
    const { to, reason } = body as Move;
    const [at, by] = [new Date(), this.plan.actorId];
    return transaction(this.pool, async (client) => {
      const found = await client.query<{ version: number; status: string }>({
        name: 'lock-agreement',
        text: 'select version, status from agreements where id = $1 and archived_at is null for no key update',
        values: [id],
      });
      const [agreement] = found.rows;
      if (agreement?.version !== version) return null;
      await client.query({
        name: 'move-agreement',
        text: 'update agreements set status = $2, version = version + 1, updated_at = $3, updated_by_id = $4 where id = $1',
        values: [id, to, at, by],
      });
      await client.query({
        name: 'note-move',
        text: `insert into status_changes (id, record_id, from_status, to_status, at, by_id, reason)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        values: [randomUUIDv7(), id, agreement.status, to, at, by, reason],
      });
      return readBack(client, this.plan.oneAgreement, id);
    });
  }
}
