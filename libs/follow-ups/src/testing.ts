import type { CreateFollowUp } from './follow-ups/follow-up-input.dto.js';
import type { CreateOutcome } from './outcomes/outcome-input.dto.js';

export { FOLLOW_UP_KINDS, FOLLOW_UP_STATUSES, PRIORITIES } from './follow-ups/follow-up.rules.js';
export { OUTCOME_KINDS } from './outcomes/outcome.rules.js';

/** The body that records an outcome, a commitment unless told otherwise; give it its origin. */
export function anOutcome(overrides: Partial<CreateOutcome> = {}): CreateOutcome {
  return {
    kind: 'commitment',
    text: { en: 'partnerships on big data and manufacturing 4.0' },
    ...overrides,
  };
}

/** The body that records a follow-up, an action unless told otherwise; give it its origin. */
export function aFollowUp(overrides: Partial<CreateFollowUp> = {}): CreateFollowUp {
  return { kind: 'action', title: { en: 'Propose a date for the next meeting' }, ...overrides };
}
