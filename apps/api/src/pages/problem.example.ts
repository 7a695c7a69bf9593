import { describe } from '#platform';
import type { RecordKind } from '#records';
import { type Problem, Refusal } from '#refusals';
import { movesFrom } from '#vocabulary';

const ID = '019a8f3e-4c00-7000-8000-000000000001';

const FIELD = { pointer: '/legs/0/starts', detail: 'must be a date that exists', code: 'partial-date' };
const LINE = { ...FIELD, file: 'guiyang-naples-rome.yaml', line: 12, column: 5 };
const REFERENCE = {
  pointer: '/placeId',
  detail: `The place “Naples” (${ID}) is archived; restore it first.`,
  code: 'archived-reference',
};
const TAG = '"2-cLz4FN8nmK86xgO2Bi9RB_YFlnY"';
const BOOKING = {
  id: ID,
  title: 'Welcome at Città della Scienza',
  event: {
    id: ID,
    name: 'Guiyang delegation in Naples and Rome',
    kind: 'visit',
    starts: '2018-07-12',
    ends: '2018-07-13',
    status: 'confirmed',
  },
  startsAt: '2018-07-12T09:30:00+02:00',
  endsAt: '2018-07-12T11:00:00+02:00',
};

/** What an answer holds besides, by the code of its problem; from where a record moves is known of its kind. */
const FACTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'request.invalid': { errors: [FIELD] },
  'record.archived-reference': { errors: [REFERENCE] },
  'record.stale': {
    changedBy: { id: ID, name: 'International relations office' },
    changedAt: '2026-11-22T09:00:00.000Z',
    currentTag: TAG,
  },
  'record.unreadable-version': { currentTag: TAG },
  'request.ambiguous-name': {
    candidates: [{ id: ID, name: 'Tsinghua University', record: 'organization', kind: 'university' }],
    candidateCount: 2,
  },
  'identity.scope': { missingScope: 'visits:write' },
  'token.beyond-own': { missingScope: 'confidential:read' },
  'agenda-item.room-taken': { booking: BOOKING },
  'dossier.unreadable': { errors: [LINE] },
  'dossier.invalid': { errors: [LINE] },
  'erasure.undecided': { undecided: [{ kind: 'visit', id: ID, field: 'summary', certain: true }] },
  'server.fault': { requestId: 'c2xRPwZk.1v' },
  'merge.changed-since': { changed: [{ kind: 'participation', id: ID }] },
  'merge.protected-differs': { fields: ['passport'] },
  'agreement.not-ready': { missing: ['the agreement that renews it'] },
  'delegation.not-ready': { missing: ['head'] },
  'follow-up.not-ready': { missing: ['a reason'] },
  'forum.not-ready': { missing: ['dates to the day'] },
  'visit.not-ready': { missing: ['host'] },
};

/** Where what a code begins with is answered, or one code, where that is not at a record of its kind. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'agenda-import': `/v1/visits/${ID}/agenda/imports`,
  calendar: '/v1/calendars/forums.ics',
  'calendar-link': '/v1/calendar-links',
  changes: '/v1/changes',
  contacts: `/v1/delegations/${ID}.vcf`,
  document: `/v1/sources/${ID}/document`,
  dossier: '/v1/dossiers',
  erasure: `/v1/people/${ID}/erasure`,
  event: `/v1/visits/${ID}`,
  idempotency: '/v1/visits',
  merge: `/v1/people/${ID}/merge`,
  'merge.changed-since': `/v1/people/${ID}/merges/${ID}/undo`,
  'merge.undone': `/v1/people/${ID}/merges/${ID}/undo`,
  protected: `/v1/people/${ID}/protected-profile`,
  'route.method-not-allowed': '/v1/visits',
  'route.unknown': '/v1/visitors',
  token: '/v1/tokens',
};

/** What an answer with this problem looks like. */
export function exampleOf(problem: Problem, kinds: readonly RecordKind[]): object {
  const { code, title, help } = problem;
  const [beginning, ending] = code.split('.') as [string, string];
  const kind = kinds.find((known) => known.code === beginning);
  const facts = ending === 'illegal-move' ? { allowed: firstMoves(kind) } : (FACTS[code] ?? {});
  const refusal = new Refusal(problem, `${title}. ${help.replaceAll('`', '')}`, facts);
  const address = ADDRESSES[code] ?? ADDRESSES[beginning] ?? addressOf(kind);
  const isMove = ending === 'illegal-move' || ending === 'not-ready';
  return describe(refusal, isMove ? `${address}/transitions` : address).body;
}

/** Where a record of a kind may move that was just recorded. */
function firstMoves(kind: RecordKind | undefined): readonly string[] {
  return kind?.lifecycle ? movesFrom(kind.lifecycle, kind.lifecycle.initial) : [];
}

function addressOf(kind: RecordKind | undefined): string {
  const address = kind?.address.replace(/:kind\b(?:\([^)]*\))?/, 'visits').replace(/:\w+/g, ID);
  return `/v1/${address ?? 'visits'}/${ID}`;
}
