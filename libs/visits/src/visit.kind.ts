import { FOLLOW_UP_PARTS } from '#follow-ups';
import { EVENT_PARTS } from '#participants';
import { Visit } from './visit.entity.js';
import { CreateVisit } from './visits.dto.js';

/** A visit as its writers know it. */
export const VISIT = {
  entity: Visit,
  name: 'visit',
  input: CreateVisit,
  parts: [...EVENT_PARTS, ...FOLLOW_UP_PARTS],
};
