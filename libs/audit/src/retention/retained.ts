import { AUDIT_ACTION_NAMES, REFUSED_ACCESS } from '#identity';
import { ANSWERS_KEPT_FOR, type RetentionDays } from '#platform';

const DAY = 86_400_000;

/** What goes by itself once it is old. */
export interface Retained {
  /** Its name in what was removed, and where it can be set in `RETENTION`. */
  readonly kind: string;
  /** What it is, in words. */
  readonly words: string;
  /** For how many days it is kept; for ever, where it is 0. */
  readonly days: (retention: RetentionDays) => number;
  /** Counts what is older than `$1`, as `count`. */
  readonly count: string;
  /** Removes at most `$2` of it, and counts them as `count`; where what stays is `stamped`, with the time `$3`. */
  readonly clear: string;
  readonly stamped?: boolean;
  /** How much is removed at once, where it is not the usual number. */
  readonly atOnce?: number;
}

/** Everything that goes by itself, but protected profiles: their age is that of the last event of a person. */
export const RETAINED: readonly Retained[] = [
  {
    kind: 'audit',
    words: 'what the audit tells, but of refusals',
    days: ({ audit }) => audit,
    ...auditEvents(AUDIT_ACTION_NAMES.filter((name) => !REFUSED_ACCESS.some((refused) => refused === name))),
  },
  {
    kind: 'refusals',
    words: 'what the audit tells of refusals',
    days: ({ refusals }) => refusals,
    ...auditEvents(REFUSED_ACCESS),
  },
  {
    kind: 'tokens',
    words: 'access tokens that have ended',
    days: ({ tokens }) => tokens,
    ...rows('access_tokens', 'least(revoked_at, expires_at)'),
  },
  {
    kind: 'addresses',
    words: 'private addresses of calendars that have ended',
    days: ({ tokens }) => tokens,
    ...rows('calendar_links', 'least(revoked_at, expires_at)'),
  },
  {
    kind: 'deputies',
    words: 'who acted for whom, and no longer does',
    days: ({ deputies }) => deputies,
    ...rows('deputies', 'least(ended_at, ends_at)'),
  },
  {
    kind: 'sources',
    words: 'texts, authors and notes of sources that were put away',
    days: ({ sources }) => sources,
    ...ofRecords('sources', 500),
  },
  {
    kind: 'documents',
    words: 'documents of records that were put away, or from which they were taken',
    days: ({ documents }) => documents,
    ...ofRecords('documents', 20),
  },
  {
    kind: 'answers',
    words: 'answers kept for requests that are sent again',
    days: () => ANSWERS_KEPT_FOR / DAY,
    ...rows('idempotency_keys', 'at'),
  },
];

/** Only the owner of the table may take something of the audit away, by a function that keeps what is young. */
function auditEvents(actions: readonly string[]): Pick<Retained, 'count' | 'clear'> {
  const listed = `array['${actions.join(`', '`)}']`;
  return {
    count: `select count(*)::int as count from audit_events where action = any (${listed}) and at < $1`,
    clear: `select public.forget_audit_events(${listed}, $1, $2) as count`,
  };
}

/** What stays of the records is theirs: only the owner of the tables may take the rest out of history, by a function. */
function ofRecords(what: string, atOnce: number): Omit<Retained, 'kind' | 'words' | 'days'> {
  return {
    count: `select count(*)::int as count from public.${what}_due($1)`,
    clear: `select public.forget_${what}($1, $2, $3) as count`,
    stamped: true,
    atOnce,
  };
}

function rows(table: string, age: string): Pick<Retained, 'count' | 'clear'> {
  const old = `from ${table} where ${age} < $1`;
  return {
    count: `select count(*)::int as count ${old}`,
    clear: `with gone as (
        delete from ${table} where ctid in (select ctid ${old} order by ${age} limit $2 for update skip locked) returning 1)
      select count(*)::int as count from gone`,
  };
}
