/**
 * Who may import whom. `npm run check` proves it; checks/architecture.check.ts proves that it would notice.
 * Each folder of libs stands here with the folders it may use, besides the ground that all features stand on.
 */
const pureGround = ['vocabulary', 'icalendar', 'refusals'];

const ground = {
  vocabulary: [],
  icalendar: [],
  refusals: [],
  platform: pureGround,
  identity: ['platform', ...pureGround],
  records: ['identity', 'platform', ...pureGround],
};

const features = {
  access: [],
  directory: [],
  audit: [],
  delegations: ['directory'],
  events: ['directory'],
  agendas: ['events', 'directory'],
  participants: ['agendas', 'events', 'delegations', 'directory'],
  schedules: ['participants', 'agendas', 'events', 'delegations', 'directory'],
  documents: [],
  sources: ['documents', 'directory'],
  briefings: ['sources', 'agendas', 'events', 'directory'],
  agreements: ['briefings', 'agendas', 'events', 'directory'],
  'follow-ups': ['agreements', 'briefings', 'agendas', 'events', 'directory'],
  visits: [
    'follow-ups',
    'agreements',
    'briefings',
    'participants',
    'agendas',
    'delegations',
    'events',
    'directory',
  ],
  forums: ['follow-ups', 'agreements', 'briefings', 'participants', 'agendas', 'events', 'directory'],
  protected: ['delegations', 'events', 'directory'],
};

/** What is made of everything above. */
const views = ['calendars', 'search', 'duplicates', 'dossiers', 'privacy'];

const allowed = { ...ground };
for (const [feature, others] of Object.entries(features))
  allowed[feature] = [...others, ...Object.keys(ground)];
for (const view of views) allowed[view] = [...Object.keys(features), ...Object.keys(ground)];
allowed.office = [...views, ...Object.keys(features), ...Object.keys(ground)];
/** What is for apps: no feature knows where the data is, or how it is kept safe. */
const appsOnly = ['embedded', 'backups'];
for (const library of appsOnly) allowed[library] = ['platform', ...pureGround];

/** Libraries of plain TypeScript: no package but the language's own. */
const pure = pureGround;

module.exports = { allowed, appsOnly, pure };
