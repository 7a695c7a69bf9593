import type { Role } from '#identity';

type Roles = readonly Role[];

const OFFICE: Roles = ['viewer', 'organizer', 'protocol', 'legal', 'admin'];
const COLLEAGUES: Roles = ['organizer', 'protocol', 'admin'];
const LAWYERS: Roles = [...COLLEAGUES, 'legal'];
const PARTNER: Roles = ['partner'];

/** Who may read and who may write at an address. */
interface Row {
  readonly at: RegExp;
  readonly read: Roles;
  readonly write: Roles;
}

/**
 * The roles that reach each operation of the interface: the first row that fits its address. An operation that none
 * fits is not let in by accident: the test of the matrix asks for its row.
 */
const ROWS: readonly Row[] = [
  { at: /^\/v1\/(me|changes|search)$/, read: [...OFFICE, ...PARTNER], write: [] },
  { at: /^\/v1\/calendar-links\b/, read: [...OFFICE, ...PARTNER], write: [...OFFICE, ...PARTNER] },
  { at: /^\/v1\/(tokens|deputies)\b/, read: ['admin'], write: ['admin'] },
  { at: /^\/v1\/actors\b/, read: OFFICE, write: ['admin'] },
  { at: /^\/v1\/(audit-events|processing-record)$/, read: ['admin'], write: [] },
  { at: /\/protected-(profile|sheet)$/, read: ['protocol', 'admin'], write: ['protocol', 'admin'] },
  { at: /\/data-export$/, read: ['protocol', 'admin'], write: [] },
  { at: /\/erasure$/, read: ['admin'], write: ['admin'] },
  { at: /\.vcf$/, read: LAWYERS, write: [] },
  { at: /\/citations$/, read: OFFICE, write: LAWYERS },
  { at: /\/(briefing|schedule|free-busy\.ifb)$/, read: OFFICE, write: [] },
  {
    at: /^\/v1\/(places|topics|organizations|people|duplicates|forum-series|travel-times)\b/,
    read: OFFICE,
    write: COLLEAGUES,
  },
  {
    at: /^\/v1\/(visits|forums|events|agenda-items|calendars)\b/,
    read: [...OFFICE, ...PARTNER],
    write: [...COLLEAGUES, ...PARTNER],
  },
  { at: /^\/v1\/delegations\b/, read: [...OFFICE, ...PARTNER], write: [...COLLEAGUES, ...PARTNER] },
  { at: /^\/v1\/agreements\b/, read: OFFICE, write: LAWYERS },
  { at: /\/questions\/[^/]+\/follow-up$/, read: [], write: LAWYERS },
  { at: /^\/v1\/(outcomes|follow-ups|standing-follow-ups)\b/, read: OFFICE, write: LAWYERS },
  { at: /^\/v1\/(sources|citations)\b/, read: OFFICE, write: LAWYERS },
  { at: /^\/v1\/(entries|figures|relationships|timeline)\b/, read: OFFICE, write: COLLEAGUES },
  { at: /^\/v1\/dossiers$/, read: [], write: COLLEAGUES },
];

/** The roles that an operation lets in; undefined where nobody has said so. */
export function rolesOf(method: string, path: string): Roles | undefined {
  const row = ROWS.find(({ at }) => at.test(path));
  return method === 'get' ? row?.read : row?.write;
}
