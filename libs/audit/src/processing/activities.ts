import type { Scope } from '#identity';
import type { Config, RetentionDays } from '#platform';

/** How long what goes by itself is kept. */
type Lasting = RetentionDays & Pick<Config, 'protectedDays'>;

/** How long is kept what an office may keep for ever. */
function lasting(what: string, days: number, since: string): string {
  return `; ${what} ${days > 0 ? `${days} days after ${since}` : 'for ever'}`;
}

/** What the office does with the data of people. */
export interface Activity {
  readonly purpose: string;
  /** Of whom the data are. */
  readonly people: readonly string[];
  readonly data: readonly string[];
  /** Whoever may do one of these sees them. */
  readonly seenBy: readonly Scope[];
  /** Who else gets them. */
  readonly others: readonly string[];
  readonly kept: (lasting: Lasting) => string;
}

const AS_RECORDS = ({ people }: Lasting): string =>
  `as long as the records that they stand in; put away, they stay until the person is erased, ${people > 0 ? `which is done ${people} days after the person was put away` : 'on request'}`;

/** What Corteo is made for. An office that does more with it adds that to its own record. */
export const ACTIVITIES: readonly Activity[] = [
  {
    purpose: 'To know whom the office deals with: the directory of people and organizations',
    people: ['representatives and staff of institutions, companies and universities', 'interpreters'],
    data: ['names in several languages', 'positions'],
    seenBy: ['directory:read'],
    others: [],
    kept: AS_RECORDS,
  },
  {
    purpose: 'To reach the people of the directory: how, and what colleagues should know of them',
    people: ['representatives and staff of institutions, companies and universities', 'interpreters'],
    data: ['e-mail addresses, telephone numbers, notes'],
    seenBy: ['contacts:read'],
    others: [],
    kept: AS_RECORDS,
  },
  {
    purpose:
      'To receive and send delegations, and to hold forums: agendas, participants, order of precedence',
    people: ['members of delegations', 'hosts, speakers and other participants'],
    data: ['names and titles', 'the delegations and events they belong to', 'what they answered'],
    seenBy: ['visits:read', 'forums:read', 'delegations:read'],
    others: [
      'whoever reads the calendars of public forums, without data of participants',
      'whoever was given the address of a private calendar, with names where its maker let it show them',
    ],
    kept: AS_RECORDS,
  },
  {
    purpose: 'To keep agreements, and what came of visits and is to be done after them',
    people: ['those who signed for a party', 'those to whom something is assigned'],
    data: ['names, and for whom they signed or act'],
    seenBy: ['agreements:read', 'follow-ups:read'],
    others: [],
    kept: AS_RECORDS,
  },
  {
    purpose: 'To know what is publicly said and written of partners: sources, entries, briefings',
    people: ['authors of sources, and those whom they mention'],
    data: ['names, statements, and what sources say'],
    seenBy: ['sources:read', 'entries:read', 'dossiers:read'],
    others: [],
    kept: (lasts) =>
      AS_RECORDS(lasts) +
      lasting('texts, authors and notes of sources', lasts.sources, 'these were put away') +
      lasting('documents', lasts.documents, 'their records were put away, or they were taken from them'),
  },
  {
    purpose: 'To see guests through borders, meals and emergencies: protected profiles',
    people: ['members of delegations', 'other participants'],
    data: ['passports and visas', 'dates of birth', 'dietary and medical needs', 'emergency contacts'],
    seenBy: ['protected:read'],
    others: [],
    kept: ({ protectedDays }) => `${protectedDays} days after the last visit or forum that they belong to`,
  },
  {
    purpose: 'To let nobody but the entitled in',
    people: ['users of Corteo', 'holders of access tokens'],
    data: ['names or labels, roles', 'when a token was made, first and last used', 'who acts for whom'],
    seenBy: ['tokens:read'],
    others: [],
    kept: ({ tokens, deputies }) =>
      `access tokens and private addresses of calendars ${tokens} days after their end; names as long as what they wrote` +
      lasting('who acted for whom', deputies, 'that ended'),
  },
  {
    purpose: 'To be able to say who saw and did what',
    people: ['users of Corteo', 'strangers whose requests were refused'],
    data: ['who, when, from which network address, for which reason'],
    seenBy: ['audit:read'],
    others: [],
    kept: ({ audit, refusals }) => `${audit} days; refusals ${refusals} days`,
  },
];

/** What keeps the data safe. */
export interface Measure {
  readonly words: string;
  readonly inPlace: (config: Config) => boolean;
}

const always = (): boolean => true;

export const MEASURES: readonly Measure[] = [
  { words: 'Whoever reads or writes is known, and may do what their role allows.', inPlace: always },
  {
    words:
      'Every change is kept in a history that the application cannot rewrite: its tables belong to another role.',
    inPlace: ({ databaseUrl, migrationUrl }) => !databaseUrl || migrationUrl !== undefined,
  },
  {
    words: 'The audit, apart from the log, is only added to, and names who did what, and why.',
    inPlace: always,
  },
  {
    words: 'Protected profiles are encrypted (AES-256-GCM) with a key that is kept apart from the database.',
    inPlace: ({ protectedKeys, protectedKeyFile }) =>
      protectedKeys.length > 0 || protectedKeyFile !== undefined,
  },
  { words: 'Neither the log nor traces hold secrets or the values of records.', inPlace: always },
  {
    words: 'Callers reach the server over TLS.',
    inPlace: ({ publicUrl }) => publicUrl.startsWith('https://'),
  },
  {
    words: 'Whoever asks too often is refused, with a token or without.',
    inPlace: ({ rateLimits }) => Object.values(rateLimits).every((most) => most > 0),
  },
  {
    words: 'Backups are encrypted by Corteo; where they are not, whoever keeps them has to.',
    inPlace: () => false,
  },
];
