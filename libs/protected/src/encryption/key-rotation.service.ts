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
/** Where profiles stand: those in use, and those that a merge has set aside. */
const STATEMENTS = [
  { table: sql`protected_profiles`, key: sql`person_id` },
  { table: sql`merged_profiles`, key: sql`id` },
].map(({ table, key }) => ({
  select: `select ${key} as key, person_id as id, ${FIELDS.map((field) => `${columnOf(field)} as "${field}"`).join(', ')}
    from ${table} where ${key} > $2 and (${OLDER}) order by ${key} limit ${BATCH} for update`,
  update: `update ${table}
    set ${FIELDS.map((field, index) => `${columnOf(field)} = $${index + 2}`).join(', ')} where ${key} = $1`,
}));
type Statements = (typeof STATEMENTS)[number];

const FIRST = '00000000-0000-0000-0000-000000000000';

type SealedRow = Readonly<Record<Field, Buffer | null>> & { readonly key: string; readonly id: string };

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
    const ring = await this.keys.ring();
    const each = [];
    for (const statements of STATEMENTS) each.push(await this.rotateAll(ring, statements));
    const rotation = {
      rotated: each.reduce((sum, { rotated }) => sum + rotated, 0),
      unreadable: [...new Set(each.flatMap(({ unreadable }) => unreadable))],
    };
    const details = { rotated: rotation.rotated, unreadable: rotation.unreadable.length };
    await this.audit.record({ action: 'protected.rotated', caller, details });
    return rotation;
  }

  private async rotateAll(ring: KeyRing, statements: Statements): Promise<Rotation> {
    const unreadable: string[] = [];
    let [rotated, last] = [0, FIRST];
    for (;;) {
      const batch = await this.database.transaction((tx) => rotateBatch(tx, ring, statements, last));
      if (batch.length === 0) return { rotated, unreadable };
      unreadable.push(...batch.filter(({ isRead }) => !isRead).map(({ id }) => id));
      rotated += batch.filter(({ isRead }) => isRead).length;
      last = batch.at(-1)!.key;
    }
  }
}

async function rotateBatch(
  tx: Transaction,
  ring: KeyRing,
  { select, update }: Statements,
  after: string,
): Promise<{ key: string; id: string; isRead: boolean }[]> {
  const rows = await tx.query<SealedRow[]>(select, [ring.firstId, after]);
  const done = [];
  for (const row of rows) {
    const fields = sealAnew(ring, row);
    if (fields) await tx.query(update, [row.key, ...fields]);
    done.push({ key: row.key, id: row.id, isRead: fields !== null });
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
