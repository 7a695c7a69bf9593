/**
 * Who may import whom. `npm run check` proves it; checks/architecture.check.ts proves that it would notice.
 * Each folder of libs stands here with the folders it may use, besides the ground that all features stand on.
 */
const ground = {
  vocabulary: [],
  icalendar: [],
  platform: ['vocabulary', 'icalendar'],
};

const features = {
  directory: [],
  delegations: ['directory'],
  events: ['directory'],
  agendas: ['events', 'directory'],
  participants: ['agendas', 'events', 'delegations', 'directory'],
  schedules: ['participants', 'agendas', 'events', 'directory'],
  agreements: ['events', 'directory'],
  'follow-ups': ['agreements', 'agendas', 'events', 'directory'],
  visits: ['follow-ups', 'participants', 'agendas', 'delegations', 'events', 'directory'],
  forums: ['participants', 'agendas', 'events', 'directory'],
  sources: ['directory'],
  briefings: ['sources', 'directory'],
};

/** What is made of everything above. */
const views = ['calendars', 'search', 'dossiers'];

const allowed = { ...ground };
for (const [feature, others] of Object.entries(features))
  allowed[feature] = [...others, ...Object.keys(ground)];
for (const view of views) allowed[view] = [...Object.keys(features), ...Object.keys(ground)];

/** Libraries of plain TypeScript: no package but the language's own. */
const pure = ['vocabulary', 'icalendar'];

module.exports = { allowed, pure };
