import type { CreateParticipation } from './participation-input.dto.js';

export { RESPONSES, SIDES } from './participation.rules.js';

/** The body that records a participation: students of electronic engineering as guests, unless told otherwise. */
export function aParticipation(overrides: Partial<CreateParticipation> = {}): CreateParticipation {
  const named = overrides.personId ?? overrides.organizationId ?? overrides.delegationId;
  return { ...(named ? {} : { group: students }), side: 'guest', role: 'attendee', ...overrides };
}

const students: CreateParticipation['group'] = {
  label: { en: 'students of electronic engineering' },
  quantity: { value: 6, qualifier: 'exact' },
};
