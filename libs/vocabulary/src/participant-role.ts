/** What those who take part in something do there. */
export const PARTICIPANT_ROLES = [
  'host',
  'organizer',
  'chair',
  'speaker',
  'greeter',
  'escort',
  'interpreter',
  'signatory',
  'witness',
  'awardee',
  'exhibitor',
  'attendee',
  'note_taker',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];
