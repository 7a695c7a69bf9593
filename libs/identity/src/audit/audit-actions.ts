/** What the audit knows of, by its word, each in a sentence. */
export const AUDIT_ACTIONS = {
  'access.unauthenticated': 'A request without a valid access token was refused.',
  'access.forbidden': 'A request was refused for which its caller lacks a right.',
  'access.hidden': 'A record was asked for that is there, but not for this caller.',
  'protected.read': 'Protected data of a person were read.',
  'protected.sheet': 'The protected data of a delegation were read, as one sheet.',
  'protected.written': 'Protected data of a person were written.',
  'protected.erased': 'Protected data of a person were erased.',
  'protected.rotated': 'Protected data were encrypted with another key.',
  'personal-data.exported': 'Everything that is held about a person was exported.',
  'personal-data.previewed': 'It was looked up what erasing a person would take away.',
  'personal-data.erased': 'A person was erased.',
  'personal-data.redacted': 'The name of somebody who was erased was taken out of a text.',
  'personal-data.kept': 'The name of somebody who was erased was left in a text, for a reason.',
  'token.made': 'An access token was made.',
  'token.first-used': 'An access token was used for the first time.',
  'token.expired-use': 'An access token was used that had ended.',
  'token.changed': 'An access token was given another label, other scopes or another end.',
  'token.rotated': 'An access token was replaced by another one.',
  'token.revoked': 'An access token was revoked.',
  'role.changed': 'Somebody got another role, or has none any more.',
  'actor.linked': 'It was said who of the directory an actor is.',
  'record.merged': 'A record was merged into another one that is the same.',
  'record.unmerged': 'A merge of two records was undone.',
  'deputy.named': 'Somebody was named to act for somebody else.',
  'deputy.ended': 'Somebody ceased to act for somebody else.',
  'retention.applied': 'What was older than the office keeps it was removed.',
} as const satisfies Readonly<Record<string, string>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as AuditAction[];

/** What is refused at the door, and so can be caused by anybody. */
export const REFUSED_ACCESS = [
  'access.unauthenticated',
  'access.forbidden',
  'access.hidden',
  'token.expired-use',
] as const satisfies readonly AuditAction[];
