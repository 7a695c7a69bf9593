import { describe } from '#platform';
import type { RecordKind } from '#records';
import { type Problem, Refusal } from '#refusals';

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

/** What an answer holds besides, by the code of its problem, or by how that ends. */
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
  'illegal-move': { allowed: ['planned', 'declined'] },
  'not-ready': { missing: ['host'] },
};

/** Where what a code begins with is answered, where that is no kind of record. */
const ADDRESSES: Readonly<Record<string, string>> = {
  calendar: '/v1/calendars/forums.ics',
  contacts: `/v1/delegations/${ID}.vcf`,
  document: `/v1/sources/${ID}/document`,
  dossier: '/v1/dossiers',
  erasure: `/v1/people/${ID}/erasure`,
  protected: `/v1/people/${ID}/protected-profile`,
  route: '/v1/visitors',
  token: '/v1/tokens',
};

/** What an answer with this problem looks like. */
export function exampleOf(problem: Problem, kinds: readonly RecordKind[]): object {
  const { code, title, help } = problem;
  const ending = code.slice(code.indexOf('.') + 1);
  const refusal = new Refusal(
    problem,
    `${title}. ${help.replaceAll('`', '')}`,
    FACTS[code] ?? FACTS[ending] ?? {},
  );
  const address = addressOf(code, kinds);
  return describe(refusal, ending in MOVES ? `${address}/transitions` : address).body;
}

const MOVES = { 'illegal-move': true, 'not-ready': true };

function addressOf(code: string, kinds: readonly RecordKind[]): string {
  const beginning = code.slice(0, code.indexOf('.'));
  const kind = kinds.find((known) => known.code === beginning);
  const address = kind?.address.replace(/:kind\b(?:\([^)]*\))?/, 'visits').replace(/:\w+/g, ID);
  return ADDRESSES[beginning] ?? (address ? `/v1/${address}/${ID}` : `/v1/visits/${ID}`);
}
