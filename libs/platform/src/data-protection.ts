import { type Environment, readContact } from './settings.js';

const LEAST = 30;
const MOST = 36_500;

/** For how many days is kept what goes by itself, with the defaults. */
export const RETENTION_DAYS = {
  /** What the audit tells, but of refusals. */
  audit: 730,
  /** What the audit tells of refusals. */
  refusals: 90,
  /** Access tokens that have ended. */
  tokens: 365,
  /** People who were put away, until they are erased; never, where it is 0. */
  people: 0,
  /** Texts, authors and notes of sources that were put away; never, where it is 0. */
  sources: 0,
  /** Documents of records that were put away, or from which they were taken; never, where it is 0. */
  documents: 0,
  /** Who acted for whom, from when that ended; never, where it is 0. */
  deputies: 0,
} as const;

const KINDS = Object.keys(RETENTION_DAYS);
/** What may be kept for ever. */
const FOR_EVER = KINDS.filter((kind) => RETENTION_DAYS[kind as keyof typeof RETENTION_DAYS] === 0);

export type RetentionDays = Readonly<Record<keyof typeof RETENTION_DAYS, number>>;

/** What an operator says of the data of people. */
export interface DataProtection {
  /** What the office is called, and how to reach who answers for the data of people there. */
  readonly officeName: string | undefined;
  readonly dataProtectionContact: string | undefined;
  readonly retention: RetentionDays;
}

/** Reads `OFFICE_NAME`, `DATA_PROTECTION_CONTACT` and `RETENTION`. */
export function readDataProtection(environment: Environment, problems: string[]): DataProtection {
  return {
    officeName: environment.OFFICE_NAME || undefined,
    dataProtectionContact: readContact(environment, 'DATA_PROTECTION_CONTACT', problems),
    retention: readRetention(environment.RETENTION ?? '', problems),
  };
}

/** Reads days by kind, such as `audit=730, tokens=365`; what it leaves out has its default. */
function readRetention(text: string, problems: string[]): RetentionDays {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  const days = parts.map((part) => part.split('=').map((side) => side.trim()));
  const isSound = days.every(
    ([kind, count, ...more]) => more.length === 0 && isKind(kind) && isCount(kind!, count),
  );
  if (!isSound)
    problems.push(
      `RETENTION must be days from ${LEAST} to ${MOST} of ${KINDS.join(', ')}, as in audit=730, tokens=365; 0 of ${FOR_EVER.join(', ')} is for ever.`,
    );
  return { ...RETENTION_DAYS, ...Object.fromEntries(days.map(([kind, count]) => [kind, Number(count)])) };
}

function isKind(kind = ''): boolean {
  return KINDS.includes(kind);
}

function isCount(kind: string, count = ''): boolean {
  if (count === '0') return FOR_EVER.includes(kind);
  return /^\d{1,5}$/.test(count) && Number(count) >= LEAST && Number(count) <= MOST;
}
