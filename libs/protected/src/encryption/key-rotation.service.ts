import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#identity';
import { type Caller, Database, type Transaction, joinSql, sql } from '#platform';
import { FIELDS, type Field } from '../profiles/profile.rules.js';
import { columnOf } from '../profiles/profiles.fragments.js';
import { KEY_ID, type KeyRing } from './key-ring.js';
import { ProtectedKeys } from './protected-keys.js';

/** How many profiles are locked at a time. */
const BATCH = 20;

const OLDER = joinSql(
  FIELDS.map((field) => sql`substring(${columnOf(field)} from ${KEY_ID.from} for ${KEY_ID.bytes}) <> $1`),
  sql` or `,
);
const SELECT = `select person_id as id, ${FIELDS.map((field) => `${columnOf(field)} as "${field}"`).join(', ')}
  from protected_profiles where person_id > $2 and (${OLDER}) order by person_id limit ${BATCH} for update`;
const UPDATE = `update protected_profiles
  set ${FIELDS.map((field, index) => `${columnOf(field)} = $${index + 2}`).join(', ')} where person_id = $1`;

const FIRST = '00000000-0000-0000-0000-000000000000';

type SealedRow = Readonly<Record<Field, Buffer | null>> & { readonly id: string };

/** What came of a rotation. */
export interface Rotation {
  /** How many profiles were encrypted anew. */
  readonly rotated: number;
  /** The people whose profiles no key can read. */
  readonly unreadable: readonly string[];
}

/** Encrypts what older keys have encrypted with the first one, beside whoever reads and writes. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly keys: ProtectedKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** Goes on where it was cut short, since it looks for what is left; the versions of profiles stay. */
  async rotate(caller: Caller): Promise<Rotation> {
    const rotation = await this.rotateAll(await this.keys.ring());
    const details = { rotated: rotation.rotated, unreadable: rotation.unreadable.length };
    await this.audit.record({ action: 'protected.rotated', caller, details });
    return rotation;
  }

  private async rotateAll(ring: KeyRing): Promise<Rotation> {
    const unreadable: string[] = [];
    let [rotated, last] = [0, FIRST];
    for (;;) {
      const batch = await this.database.transaction((tx) => rotateBatch(tx, ring, last));
      if (batch.length === 0) return { rotated, unreadable };
      unreadable.push(...batch.filter(({ isRead }) => !isRead).map(({ id }) => id));
      rotated += batch.filter(({ isRead }) => isRead).length;
      last = batch.at(-1)!.id;
    }
  }
}

async function rotateBatch(
  tx: Transaction,
  ring: KeyRing,
  after: string,
): Promise<{ id: string; isRead: boolean }[]> {
  const rows = await tx.query<SealedRow[]>(SELECT, [ring.firstId, after]);
  const done = [];
  for (const row of rows) {
    const fields = sealAnew(ring, row);
    if (fields) await tx.query(UPDATE, [row.id, ...fields]);
    done.push({ id: row.id, isRead: fields !== null });
  }
  return done;
}

/** The fields of a profile, encrypted with the first key; null where no key reads one of them. */
function sealAnew(ring: KeyRing, row: SealedRow): (Buffer | null)[] | null {
  try {
    return FIELDS.map((field) => {
      const [sealed, belonging] = [row[field], { personId: row.id, field }];
      return sealed && ring.seal(ring.open(sealed, belonging), belonging);
    });
  } catch {
    return null;
  }
}
